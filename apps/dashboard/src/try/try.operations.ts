import { graphql } from '@/generated';

export const CalibrateModel = graphql(/* GraphQL */ `
  mutation CalibrateModel($input: CalibrateModelInput!) {
    calibrateModel(input: $input) {
      id
      calibration {
        source
        examples
        sentence
      }
    }
  }
`);

export const PredictQuery = graphql(/* GraphQL */ `
  query Predict($modelId: ID!, $inputs: [PredictInput!]!, $coverage: Float) {
    predict(modelId: $modelId, inputs: $inputs, coverage: $coverage) {
      class
      noneOfThese
      milliseconds
      set {
        classes
        noneOfThese
        sentence
        pValues {
          class
          pValue
        }
      }
      probabilities {
        class
        probability
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment ShareOfAnswer on SupportShare {
    share
    difference
    without
    example {
      index
      class
      imageUrl
      text
      row {
        column
        value
      }
    }
  }
`);

/** Asked once the answer is there, which does not wait for it. */
export const ExplainQuery = graphql(/* GraphQL */ `
  query Explain($modelId: ID!, $inputs: [PredictInput!]!) {
    predict(modelId: $modelId, inputs: $inputs) {
      class
      restsOn(first: 8) {
        ...ShareOfAnswer
      }
    }
  }
`);
