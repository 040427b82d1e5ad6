import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment Estimate on RunEstimate {
    steps
    seconds
    memoryBytes
    parameters
    warnings
  }
`);

export const EstimatePretraining = graphql(/* GraphQL */ `
  query EstimatePretraining($input: StartPretrainingInput!) {
    estimate: estimatePretraining(input: $input) {
      ...Estimate
    }
  }
`);

export const EstimateTransfer = graphql(/* GraphQL */ `
  query EstimateTransfer($input: StartTransferInput!) {
    estimate: estimateTransfer(input: $input) {
      ...Estimate
    }
  }
`);

export const EstimateMetaLearning = graphql(/* GraphQL */ `
  query EstimateMetaLearning($input: StartMetaLearningInput!) {
    estimate: estimateMetaLearning(input: $input) {
      ...Estimate
    }
  }
`);

export const StartPretraining = graphql(/* GraphQL */ `
  mutation StartPretraining($input: StartPretrainingInput!) {
    started: startPretraining(input: $input) {
      id
      status
    }
  }
`);

export const StartTransfer = graphql(/* GraphQL */ `
  mutation StartTransfer($input: StartTransferInput!) {
    started: startTransfer(input: $input) {
      id
      status
    }
  }
`);

export const StartMetaLearning = graphql(/* GraphQL */ `
  mutation StartMetaLearning($input: StartMetaLearningInput!) {
    started: startMetaLearning(input: $input) {
      id
      status
    }
  }
`);
