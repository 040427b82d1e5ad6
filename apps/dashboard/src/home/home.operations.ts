import { graphql } from '@/generated';

export const HomeQuery = graphql(/* GraphQL */ `
  query Home {
    runs(first: 6, sort: { field: CREATED_AT, direction: DESC }) {
      totalCount
      nodes {
        ...RunRow
      }
    }
    images: dataSets(first: 2, filter: { modality: IMAGE }, sort: { field: CREATED_AT, direction: ASC }) {
      nodes {
        ...DataSetCard
      }
    }
    texts: dataSets(first: 2, filter: { modality: TEXT }, sort: { field: CREATED_AT, direction: ASC }) {
      nodes {
        ...DataSetCard
      }
    }
    tables: dataSets(first: 2, filter: { modality: TABLE }, sort: { field: CREATED_AT, direction: ASC }) {
      nodes {
        ...DataSetCard
      }
    }
  }
`);

export const LearntFromQuery = graphql(/* GraphQL */ `
  query LearntFrom($versionId: ID!) {
    dataSetVersion(id: $versionId) {
      id
      classes(first: 8) {
        nodes {
          id
          examples(first: 2) {
            ...ExampleContent
          }
        }
      }
    }
  }
`);
