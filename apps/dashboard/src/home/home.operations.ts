import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment DoorDataSets on DataSetConnection {
    nodes {
      ...DataSetCard
    }
  }
`);

export const HomeQuery = graphql(/* GraphQL */ `
  query Home(
    $newest: DataSetSort = { field: CREATED_AT, direction: DESC }
    $oldest: DataSetSort = { field: CREATED_AT, direction: ASC }
  ) {
    runs(first: 6, sort: { field: CREATED_AT, direction: DESC }) {
      totalCount
      nodes {
        ...RunRow
      }
    }
    ownImages: dataSets(first: 2, filter: { modality: IMAGE, shipped: false }, sort: $newest) {
      ...DoorDataSets
    }
    shippedImages: dataSets(first: 2, filter: { modality: IMAGE, shipped: true }, sort: $oldest) {
      ...DoorDataSets
    }
    ownTexts: dataSets(first: 2, filter: { modality: TEXT, shipped: false }, sort: $newest) {
      ...DoorDataSets
    }
    shippedTexts: dataSets(first: 2, filter: { modality: TEXT, shipped: true }, sort: $oldest) {
      ...DoorDataSets
    }
    ownTables: dataSets(first: 2, filter: { modality: TABLE, shipped: false }, sort: $newest) {
      ...DoorDataSets
    }
    shippedTables: dataSets(first: 2, filter: { modality: TABLE, shipped: true }, sort: $oldest) {
      ...DoorDataSets
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
