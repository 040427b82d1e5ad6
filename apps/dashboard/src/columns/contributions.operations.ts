import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment AddedByCells on Contributions {
    usual
    cells {
      column
      value
      added
    }
  }
`);

/** Asked once the answer is there, which does not wait for it. */
export const ContributionsQuery = graphql(/* GraphQL */ `
  query Contributions($modelId: ID!, $inputs: [PredictInput!]!) {
    predict(modelId: $modelId, inputs: $inputs) {
      class
      contributions {
        ...AddedByCells
      }
    }
  }
`);
