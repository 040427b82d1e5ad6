import { graphql } from '@/generated';

export const UsageQuery = graphql(/* GraphQL */ `
  query Usage($id: ID!, $hours: Int!) {
    model(id: $id) {
      id
      usage(hours: $hours) {
        calls
        examples
        errors
        noneOfThese
        p50
        p95
        hours {
          at
          calls
          examples
          errors
        }
        classes {
          class
          count
        }
        drift {
          index
          sentence
        }
        strengthDrift {
          index
          sentence
        }
      }
    }
  }
`);
