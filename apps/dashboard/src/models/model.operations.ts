import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment ModelRow on Model {
    id
    name
    technique
    bytes
    parameterCount
    createdAt
    classes
    isMetaModel
    episodeReport {
      ...EpisodeReportContent
    }
    input {
      modality
    }
    run {
      id
      name
    }
    version {
      id
      number
      dataSet {
        id
        name
      }
    }
    report {
      accuracy
      accuracyLow
      accuracyHigh
    }
  }
`);

export const ModelsQuery = graphql(/* GraphQL */ `
  query Models($first: Int!, $after: String, $filter: ModelFilter, $sort: ModelSort) {
    models(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ModelRow
      }
    }
  }
`);

export const ModelQuery = graphql(/* GraphQL */ `
  query Model($id: ID!) {
    model(id: $id) {
      id
      name
      technique
      hash
      bytes
      parameterCount
      createdAt
      classes
      isMetaModel
      licence
      source
      provenanceProblem
      answered
      sureness {
        answered
        accuracy
      }
      calibration {
        source
        examples
        sentence
      }
      episodeReport {
        ...EpisodeReportContent
      }
      downloadUrl
      fileUrl
      savedModelUrl
      onnxUrl
      bundleUrl
      cardUrl
      layers {
        name
        kind
        outputShape
        parameters
      }
      input {
        modality
        image {
          height
          width
          channels
        }
        columns {
          name
          kind
          categories
          sample
        }
      }
      run {
        id
        name
        status
      }
      version {
        id
        number
        dataSet {
          id
          name
        }
        columns {
          name
          kind
          missing
          minimum
          maximum
        }
      }
      parent {
        id
        name
      }
      metrics {
        name
        value
      }
      report {
        ...Report
      }
    }
  }
`);

export const DeleteModel = graphql(/* GraphQL */ `
  mutation DeleteModel($id: ID!, $aliases: [String!]) {
    deleteModel(id: $id, aliases: $aliases)
  }
`);

export const SetSureness = graphql(/* GraphQL */ `
  mutation SetSureness($id: ID!, $answered: Float) {
    setSureness(id: $id, answered: $answered) {
      id
      answered
    }
  }
`);

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

/** Asked once the answer is there, which does not wait for it. */
export const ExplainQuery = graphql(/* GraphQL */ `
  query Explain($modelId: ID!, $inputs: [PredictInput!]!) {
    predict(modelId: $modelId, inputs: $inputs) {
      class
      restsOn(first: 8) {
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
    }
  }
`);

export const ServingQuery = graphql(/* GraphQL */ `
  query Serving($modelId: ID!) {
    aliases(modelId: $modelId, first: 20) {
      nodes {
        id
        name
        alias
        predictUrl
        shared
        history {
          modelId
          modelName
          undoneAt
        }
      }
    }
  }
`);

export const SetAlias = graphql(/* GraphQL */ `
  mutation SetAlias($input: SetAliasInput!) {
    setAlias(input: $input) {
      id
      name
      alias
      predictUrl
    }
  }
`);

export const RollBackAlias = graphql(/* GraphQL */ `
  mutation RollBackAlias($id: ID!) {
    rollBackAlias(id: $id) {
      id
      name
      alias
    }
  }
`);

export const ShareAlias = graphql(/* GraphQL */ `
  mutation ShareAlias($id: ID!, $shared: Boolean!) {
    shareAlias(id: $id, shared: $shared) {
      id
      shared
    }
  }
`);
