import { graphql } from '@/generated';

export const HomeQuery = graphql(/* GraphQL */ `
  query Home {
    runs(first: 6, sort: { field: CREATED_AT, direction: DESC }) {
      totalCount
      nodes {
        ...RunRow
      }
    }
    ownImages: dataSets(
      first: 2
      filter: { modality: IMAGE, shipped: false }
      sort: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        ...DataSetCard
      }
    }
    shippedImages: dataSets(
      first: 2
      filter: { modality: IMAGE, shipped: true }
      sort: { field: CREATED_AT, direction: ASC }
    ) {
      nodes {
        ...DataSetCard
      }
    }
    ownTexts: dataSets(
      first: 2
      filter: { modality: TEXT, shipped: false }
      sort: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        ...DataSetCard
      }
    }
    shippedTexts: dataSets(
      first: 2
      filter: { modality: TEXT, shipped: true }
      sort: { field: CREATED_AT, direction: ASC }
    ) {
      nodes {
        ...DataSetCard
      }
    }
    ownTables: dataSets(
      first: 2
      filter: { modality: TABLE, shipped: false }
      sort: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        ...DataSetCard
      }
    }
    shippedTables: dataSets(
      first: 2
      filter: { modality: TABLE, shipped: true }
      sort: { field: CREATED_AT, direction: ASC }
    ) {
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
