import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment ModelRow on Model {
    id
    name
    technique
    bytes
    parameterCount
    createdAt
    classes
    isMetaModel
    isEncoder
    tags
    note
    archivedAt
    ...ServedNames
    episodeReport {
      ...EpisodeReportContent
    }
    input {
      modality
    }
    run {
      id
      name
    }
    version {
      id
      number
      dataSet {
        id
        name
      }
    }
    report {
      accuracy
      accuracyLow
      accuracyHigh
    }
  }
`);

export const ModelsQuery = graphql(/* GraphQL */ `
  query Models($first: Int!, $after: String, $filter: ModelFilter, $sort: ModelSort) {
    models(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ModelRow
      }
    }
  }
`);

export const StartersQuery = graphql(/* GraphQL */ `
  query Starters {
    models(first: 20, filter: { shipped: true }) {
      nodes {
        id
        name
        bytes
        licence
        note
        input {
          modality
        }
      }
    }
  }
`);

export const ModelQuery = graphql(/* GraphQL */ `
  query Model($id: ID!) {
    model(id: $id) {
      ...ModelRow
      project {
        id
      }
      hash
      licence
      source
      provenanceProblem
      answered
      ...HeadChoice
      twoClasses {
        ...AccuracyAtThreshold
      }
      columnImportance {
        accuracy
        examples
        repeats
        columns {
          name
          lost
          deviation
        }
      }
      sureness {
        answered
        accuracy
      }
      calibration {
        source
        examples
        sentence
      }
      downloadUrl
      fileUrl
      savedModelUrl
      onnxUrl
      bundleUrl
      cardUrl
      layers {
        name
        kind
        outputShape
        parameters
      }
      input {
        tokens
        image {
          height
          width
          channels
        }
        columns {
          name
          kind
          categories
          sample
        }
      }
      run {
        id
        status
      }
      version {
        id
        testWarnings
        columns {
          name
          kind
          missing
          minimum
          maximum
        }
      }
      parent {
        id
        name
      }
      report {
        ...Report
      }
    }
  }
`);

export const ModelTags = graphql(/* GraphQL */ `
  query ModelTags {
    modelTags
  }
`);

export const UpdateModel = graphql(/* GraphQL */ `
  mutation UpdateModel($input: UpdateModelInput!) {
    updateModel(input: $input) {
      id
      name
      tags
      note
      archivedAt
    }
  }
`);

export const DeleteModel = graphql(/* GraphQL */ `
  mutation DeleteModel($id: ID!, $aliases: [String!]) {
    deleteModel(id: $id, aliases: $aliases)
  }
`);

export const SetSureness = graphql(/* GraphQL */ `
  mutation SetSureness($id: ID!, $answered: Float) {
    setSureness(id: $id, answered: $answered) {
      id
      answered
    }
  }
`);
