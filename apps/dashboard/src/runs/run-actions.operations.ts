import { graphql } from '@/generated';

export const CancelRun = graphql(/* GraphQL */ `
  mutation CancelRun($id: ID!) {
    cancelRun(id: $id) {
      id
    }
  }
`);

export const RetryRun = graphql(/* GraphQL */ `
  mutation RetryRun($id: ID!) {
    retryRun(id: $id) {
      id
    }
  }
`);

export const DeleteRun = graphql(/* GraphQL */ `
  mutation DeleteRun($id: ID!) {
    deleteRun(id: $id)
  }
`);
