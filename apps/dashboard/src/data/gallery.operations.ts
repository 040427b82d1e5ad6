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
  query Examples($versionId: ID!, $first: Int!, $skip: Int!, $filter: ExampleFilter) {
    dataSetVersion(id: $versionId) {
      id
      examples(first: $first, skip: $skip, filter: $filter) {
        totalCount
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

export const ProposedClassesQuery = graphql(/* GraphQL */ `
  query ProposedClasses($versionId: ID!, $search: String) {
    dataSetVersion(id: $versionId) {
      id
      classes(first: 50, search: $search) {
        nodes {
          id
          name
        }
      }
    }
  }
`);
