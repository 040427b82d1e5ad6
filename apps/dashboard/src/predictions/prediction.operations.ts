import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment FilePredictionRow on FilePrediction {
    id
    name
    status
    createdAt
    progress {
      rows
      share
      secondsLeft
    }
    summary {
      rows
      unread
      score {
        accuracy
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment FilePredictionDetail on FilePrediction {
    ...FilePredictionRow
    modelName
    csvUrl
    jsonLinesUrl
    parquetUrl
    startedAt
    endedAt
    failure {
      code
      message
    }
    model {
      id
      name
      provenanceProblem
      input {
        modality
      }
      version {
        id
      }
    }
    summary {
      rows
      unread
      noneOfThese
      columns
      labelColumn
      notes
      classes {
        class
        count
      }
      score {
        rows
        strange
        accuracy
        accuracyLow
        accuracyHigh
        confusion {
          classes
          counts
        }
      }
    }
  }
`);

export const PredictionQuery = graphql(/* GraphQL */ `
  query FilePrediction($id: ID!) {
    prediction(id: $id) {
      ...FilePredictionDetail
    }
  }
`);

export const PredictionChanged = graphql(/* GraphQL */ `
  subscription FilePredictionChanged($id: ID!) {
    predictionChanged(id: $id) {
      ...FilePredictionDetail
    }
  }
`);

export const PredictionsQuery = graphql(/* GraphQL */ `
  query FilePredictions($modelId: ID!) {
    predictions(modelId: $modelId, first: 10) {
      totalCount
      nodes {
        ...FilePredictionRow
      }
    }
  }
`);

export const PredictedRowsQuery = graphql(/* GraphQL */ `
  query PredictedRows(
    $id: ID!
    $first: Int!
    $after: String
    $filter: PredictedRowFilter
    $order: PredictedRowOrder!
  ) {
    prediction(id: $id) {
      id
      rows(first: $first, after: $after, filter: $filter, order: $order) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          row
          name
          cells
          label
          thumbnail
          class
          probability
          set
          noneOfThese
          problem
        }
      }
    }
  }
`);

/** Asked for one row when somebody wants to know. */
export const RowAnswerQuery = graphql(/* GraphQL */ `
  query RowAnswer($id: ID!, $row: Int!, $examples: Boolean!, $cells: Boolean!) {
    prediction(id: $id) {
      id
      answer(row: $row) {
        class
        restsOn(first: 5) @include(if: $examples) {
          ...ShareOfAnswer
        }
        contributions @include(if: $cells) {
          ...AddedByCells
        }
      }
    }
  }
`);

export const ModelsOfDataSet = graphql(/* GraphQL */ `
  query ModelsOfDataSet($dataSetId: ID!) {
    models(first: 50, filter: { dataSetId: $dataSetId }, sort: { field: CREATED_AT, direction: DESC }) {
      nodes {
        id
        name
        isMetaModel
      }
    }
  }
`);

export const StartPrediction = graphql(/* GraphQL */ `
  mutation StartPrediction($input: StartPredictionInput!) {
    startPrediction(input: $input) {
      ...FilePredictionRow
    }
  }
`);

export const CancelPrediction = graphql(/* GraphQL */ `
  mutation CancelPrediction($id: ID!) {
    cancelPrediction(id: $id) {
      ...FilePredictionRow
    }
  }
`);

export const RetryPrediction = graphql(/* GraphQL */ `
  mutation RetryPrediction($id: ID!) {
    retryPrediction(id: $id) {
      ...FilePredictionDetail
    }
  }
`);

export const DeletePrediction = graphql(/* GraphQL */ `
  mutation DeletePrediction($id: ID!) {
    deletePrediction(id: $id)
  }
`);
