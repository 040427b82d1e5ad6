import { graphql } from '@/generated';

export const BuildSubModel = graphql(/* GraphQL */ `
  mutation BuildSubModel($input: BuildSubModelInput!) {
    buildSubModel(input: $input) {
      ...ModelRow
    }
  }
`);

export const ClassNamesQuery = graphql(/* GraphQL */ `
  query ClassNames($versionId: ID!, $after: String) {
    dataSetVersion(id: $versionId) {
      id
      classes(first: 100, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          name
          exampleCount
        }
      }
    }
  }
`);

export const ClassExamplesQuery = graphql(/* GraphQL */ `
  query ClassExamples($versionId: ID!, $classId: ID!, $first: Int!) {
    dataSetVersion(id: $versionId) {
      id
      examples(first: $first, filter: { classId: $classId }) {
        nodes {
          ...ExampleContent
        }
      }
    }
  }
`);
