import { graphql } from '@/generated';

export const RunQuery = graphql(/* GraphQL */ `
  query Run($id: ID!) {
    run(id: $id) {
      ...RunDetail
    }
  }
`);

export const RunsQuery = graphql(/* GraphQL */ `
  query Runs($first: Int!, $after: String, $filter: RunFilter, $sort: RunSort) {
    runs(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RunRow
      }
    }
  }
`);

export const RunChanged = graphql(/* GraphQL */ `
  subscription RunChanged($id: ID!) {
    runChanged(id: $id) {
      ...RunDetail
    }
  }
`);

export const AnyRunChanged = graphql(/* GraphQL */ `
  subscription AnyRunChanged {
    runChanged {
      ...RunRow
    }
  }
`);

export const CancelRun = graphql(/* GraphQL */ `
  mutation CancelRun($id: ID!) {
    cancelRun(id: $id) {
      id
      status
      cancelRequested
    }
  }
`);

export const RetryRun = graphql(/* GraphQL */ `
  mutation RetryRun($id: ID!) {
    retryRun(id: $id) {
      ...RunDetail
    }
  }
`);

export const DeleteRun = graphql(/* GraphQL */ `
  mutation DeleteRun($id: ID!) {
    deleteRun(id: $id)
  }
`);
