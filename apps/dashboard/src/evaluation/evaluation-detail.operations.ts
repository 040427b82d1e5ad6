import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment CostsContent on EvaluationCosts {
    trainSeconds
    predictMilliseconds
    peakMemoryBytes
    storedBytes
    optionsByHand
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
      ...CostsContent
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
