import { graphql } from '@/generated';

export const Deleted = graphql(/* GraphQL */ `
  subscription Deleted {
    deleted {
      id
      type
    }
  }
`);
