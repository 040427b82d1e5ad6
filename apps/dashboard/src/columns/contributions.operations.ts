import { graphql } from '@/generated';

/** Asked once the answer is there, which does not wait for it. */
export const ContributionsQuery = graphql(/* GraphQL */ `
  query Contributions($modelId: ID!, $inputs: [PredictInput!]!) {
    predict(modelId: $modelId, inputs: $inputs) {
      class
      contributions {
        usual
        cells {
          column
          value
          added
        }
      }
    }
  }
`);
