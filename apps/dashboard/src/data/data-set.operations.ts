import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
export const DataSetNamesQuery = graphql(/* GraphQL */ `
  query DataSetNames {
    dataSets(first: 100, sort: { field: NAME, direction: ASC }) {
      nodes {
        id
        name
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment VersionStatistics on DataSetVersion {
    id
    number
    status
    progress
    hash
    warnings
    failure {
      code
      message
    }
    modality
    exampleCount
    unlabelledCount
    classCount
    bytes
    createdAt
    image {
      height
      width
      channels
    }
    text {
      meanCharacters
      maxCharacters
    }
    columns {
      name
      kind
      missing
      mean
      deviation
      minimum
      maximum
      categories
    }
    splits {
      id
      name
      kind
      seed
      parts {
        name
        exampleCount
        classCount
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment ExampleContent on Example {
    id
    index
    name
    imageUrl
    text
    row {
      column
      value
    }
  }
`);

export const DataSetsQuery = graphql(/* GraphQL */ `
  query DataSets($first: Int!, $after: String, $filter: DataSetFilter, $sort: DataSetSort) {
    dataSets(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...DataSetCard
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment DataSetCard on DataSet {
    id
    name
    description
    modality
    shipped
    createdAt
    latest {
      id
      number
      status
      progress
      failure {
        code
      }
      exampleCount
      classCount
      bytes
      classes(first: 8) {
        nodes {
          id
          name
          examples(first: 1) {
            ...ExampleContent
          }
        }
      }
    }
  }
`);

export const DataSetQuery = graphql(/* GraphQL */ `
  query DataSet($id: ID!) {
    dataSet(id: $id) {
      id
      project {
        id
      }
      name
      description
      modality
      licence
      source
      shipped
      createdAt
      latest {
        ...VersionStatistics
      }
      versions {
        id
        number
        status
        createdAt
        exampleCount
        classCount
        note
        author
        parent {
          id
          number
        }
      }
    }
  }
`);

export const DeleteDataSet = graphql(/* GraphQL */ `
  mutation DeleteDataSet($id: ID!) {
    deleteDataSet(id: $id)
  }
`);
