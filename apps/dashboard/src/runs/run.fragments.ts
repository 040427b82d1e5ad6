import { graphql } from '@/generated';

export const RunRow = graphql(/* GraphQL */ `
  fragment RunRow on Run {
    id
    name
    technique
    method
    status
    createdAt
    startedAt
    endedAt
    cancelRequested
    seed
    version {
      id
      number
      modality
      dataSet {
        id
        name
      }
    }
    progress {
      step
      steps
      epoch
      epochs
      secondsElapsed
      secondsLeft
      examplesPerSecond
    }
    summary {
      name
      value
    }
  }
`);

export const RunDetail = graphql(/* GraphQL */ `
  fragment RunDetail on Run {
    ...RunRow
    split {
      id
      name
    }
    options {
      name
      label
      value
      isDefault
    }
    failure {
      code
      message
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
    attempts {
      number
      worker
      startedAt
      endedAt
      outcome
      failure {
        code
        message
      }
    }
    report {
      ...Report
    }
    models {
      id
      name
      bytes
      parameterCount
    }
    asMutation
  }
`);

export const Report = graphql(/* GraphQL */ `
  fragment Report on TestReport {
    part
    exampleCount
    accuracy
    accuracyLow
    accuracyHigh
    macroF1
    loss
    confusion {
      classes
      counts
    }
  }
`);
