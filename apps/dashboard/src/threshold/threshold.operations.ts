import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment AccuracyAtThreshold on TwoClasses {
    positive
    threshold
    accuracy
    accuracyLow
    accuracyHigh
    positives
    negatives
  }
`);

export const TwoClassesQuery = graphql(/* GraphQL */ `
  query TwoClasses($id: ID!, $positive: String) {
    model(id: $id) {
      id
      twoClasses(positive: $positive) {
        positive
        threshold
        costs {
          miss
          falseAlarm
        }
        positives
        negatives
        areaUnderRoc
        averagePrecision
        points {
          threshold
          recall
          falsePositiveRate
          precision
        }
      }
    }
  }
`);

export const LeastCostQuery = graphql(/* GraphQL */ `
  query LeastCost($id: ID!, $positive: String!, $costs: MistakeCostsInput!) {
    model(id: $id) {
      id
      twoClasses(positive: $positive) {
        leastCostThreshold(costs: $costs)
      }
    }
  }
`);

export const SetThreshold = graphql(/* GraphQL */ `
  mutation SetThreshold($id: ID!, $threshold: Float, $costs: MistakeCostsInput, $positive: String) {
    setThreshold(modelId: $id, threshold: $threshold, costs: $costs, positive: $positive) {
      id
      twoClasses {
        positive
        threshold
      }
    }
  }
`);
