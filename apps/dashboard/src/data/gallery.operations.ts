import { graphql } from '@/generated';

export const ClassesQuery = graphql(/* GraphQL */ `
  query Classes($versionId: ID!, $first: Int!, $after: String, $search: String, $examples: Int!) {
    dataSetVersion(id: $versionId) {
      id
      classes(first: $first, after: $after, search: $search) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          index
          name
          group
          exampleCount
          examples(first: $examples) {
            ...ExampleContent
          }
        }
      }
    }
  }
`);

export const ExamplesQuery = graphql(/* GraphQL */ `
  query Examples($versionId: ID!, $first: Int!, $after: String, $filter: ExampleFilter) {
    dataSetVersion(id: $versionId) {
      id
      examples(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ExampleContent
          class {
            id
            name
          }
        }
      }
    }
  }
`);
