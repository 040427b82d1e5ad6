import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment MethodOption on Option {
    name
    label
    description
    kind
    group
    advanced
    default
    minimum
    maximum
    unit
    choices {
      value
      label
      description
    }
    when {
      option
      values
    }
  }
`);

export const MethodsQuery = graphql(/* GraphQL */ `
  query PretrainingMethods {
    methods(technique: PRETRAIN) {
      name
      technique
      title
      description
      whenToUse
      paper
      modalities
      options {
        ...MethodOption
      }
    }
  }
`);

export const TrainableQuery = graphql(/* GraphQL */ `
  query TrainableDataSets {
    dataSets(first: 100, sort: { field: NAME, direction: ASC }) {
      nodes {
        ...DataSetCard
      }
    }
  }
`);

export const LikeRunQuery = graphql(/* GraphQL */ `
  query LikeRun($id: ID!) {
    run(id: $id) {
      id
      name
      options {
        name
        value
        isDefault
      }
      version {
        id
      }
    }
  }
`);

export const EstimateQuery = graphql(/* GraphQL */ `
  query EstimatePretraining($input: StartPretrainingInput!) {
    estimatePretraining(input: $input) {
      steps
      seconds
      memoryBytes
      parameters
      warnings
    }
  }
`);

export const StartPretraining = graphql(/* GraphQL */ `
  mutation StartPretraining($input: StartPretrainingInput!) {
    startPretraining(input: $input) {
      id
      status
    }
  }
`);
