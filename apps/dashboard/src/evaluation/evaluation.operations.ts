import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment FigureContent on Figure {
    value
    low
    high
    method
    of
  }
`);

graphql(/* GraphQL */ `
  fragment EvaluationRow on Evaluation {
    id
    name
    status
    method
    protocol
    protocolText
    position
    createdAt
    startedAt
    endedAt
    progress {
      units
      of
      accuracy {
        ...FigureContent
      }
      features {
        done
        total
      }
    }
    version {
      id
      number
      dataSet {
        id
        name
      }
    }
    model {
      id
      name
    }
  }
`);

export const EvaluationsQuery = graphql(/* GraphQL */ `
  query Evaluations($first: Int!, $after: String, $filter: EvaluationFilter) {
    evaluations(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...EvaluationRow
        study {
          id
          name
        }
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment EvaluationDetail on Evaluation {
    ...EvaluationRow
    resultHash
    warnings
    failure {
      code
      message
    }
    study {
      id
      name
    }
    options {
      name
      label
      value
      isDefault
    }
    costs {
      trainSeconds
      predictMilliseconds
      peakMemoryBytes
      storedBytes
      optionsByHand
    }
    environment {
      backend
      native
      threads
      node
      cpu
      platform
      memoryBytes
    }
    report {
      units
      examples
      scored
      seedCount
      shots
      accuracy {
        ...FigureContent
      }
      balancedAccuracy {
        ...FigureContent
      }
      macroF1 {
        ...FigureContent
      }
      logLoss {
        ...FigureContent
      }
      brier {
        ...FigureContent
      }
      calibrationError {
        ...FigureContent
      }
      reliability {
        from
        to
        count
        confidence
        accuracy
      }
      classes {
        class
        examples
        precision {
          ...FigureContent
        }
        recall {
          ...FigureContent
        }
        f1 {
          ...FigureContent
        }
      }
      curve {
        shots
        draws
        accuracy {
          ...FigureContent
        }
      }
      confusion(first: 1600) {
        truth
        predicted
        count
      }
    }
  }
`);

export const EvaluationQuery = graphql(/* GraphQL */ `
  query Evaluation($id: ID!) {
    evaluation(id: $id) {
      ...EvaluationDetail
    }
  }
`);

export const EvaluationChanged = graphql(/* GraphQL */ `
  subscription EvaluationChanged($id: ID!) {
    evaluationChanged(id: $id) {
      ...EvaluationDetail
    }
  }
`);

export const MistakesQuery = graphql(/* GraphQL */ `
  query Mistakes($id: ID!, $cells: Int!) {
    evaluation(id: $id) {
      id
      report {
        confusion(first: $cells, mistakesOnly: true) {
          truth
          predicted
          count
          examples(first: 12) {
            ...ExampleContent
          }
        }
      }
    }
  }
`);

export const CancelEvaluation = graphql(/* GraphQL */ `
  mutation CancelEvaluation($id: ID!) {
    cancelEvaluation(id: $id) {
      ...EvaluationRow
    }
  }
`);

export const RetryEvaluation = graphql(/* GraphQL */ `
  mutation RetryEvaluation($id: ID!) {
    retryEvaluation(id: $id) {
      ...EvaluationRow
    }
  }
`);

export const DeleteEvaluation = graphql(/* GraphQL */ `
  mutation DeleteEvaluation($id: ID!) {
    deleteEvaluation(id: $id)
  }
`);
