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
  query Methods {
    methods {
      name
      technique
      title
      description
      whenToUse
      paper
      modalities
      transductive
      options {
        ...MethodOption
      }
    }
  }
`);

export const TrainableQuery = graphql(/* GraphQL */ `
  query TrainableDataSets($search: String) {
    dataSets(first: 100, filter: { search: $search }, sort: { field: NAME, direction: ASC }) {
      nodes {
        ...DataSetCard
      }
    }
  }
`);

export const ChosenDataSetQuery = graphql(/* GraphQL */ `
  query ChosenDataSet($id: ID!) {
    dataSetVersion(id: $id) {
      id
      dataSet {
        ...DataSetCard
      }
    }
  }
`);

export const VersionSplitsQuery = graphql(/* GraphQL */ `
  query VersionSplits($id: ID!) {
    dataSetVersion(id: $id) {
      id
      splits {
        id
        name
        parts {
          name
          exampleCount
        }
      }
    }
  }
`);

export const StartModelsQuery = graphql(/* GraphQL */ `
  query StartModels($modality: Modality) {
    models(first: 100, filter: { modality: $modality }) {
      nodes {
        ...ModelRow
      }
    }
  }
`);

export const LikeRunQuery = graphql(/* GraphQL */ `
  query LikeRun($id: ID!) {
    run(id: $id) {
      id
      name
      technique
      method
      parent {
        id
      }
      options {
        name
        value
        isDefault
      }
      split {
        id
      }
      version {
        id
      }
    }
  }
`);
