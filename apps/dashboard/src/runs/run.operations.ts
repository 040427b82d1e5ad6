import { graphql } from '@/generated';
import type { AnyRunChangedSubscription } from '@/generated/graphql';
import '@/report/report.operations';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
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
      features {
        done
        total
      }
      heads {
        done
        total
      }
    }
    summary {
      name
      value
    }
  }
`);

graphql(/* GraphQL */ `
  fragment RunDetail on Run {
    ...RunRow
    project {
      id
    }
    version {
      id
      testWarnings
    }
    split {
      id
      name
    }
    options {
      name
      label
      group
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
    parent {
      id
      name
    }
    report {
      ...Report
    }
    episodeReport {
      ...EpisodeReportContent
    }
    models {
      id
      name
      isMetaModel
      head
      bytes
      parameterCount
      probabilityText
    }
    comparedHeads {
      ...ComparedHeadRow
    }
    asMutation
  }
`);

export const RunQuery = graphql(/* GraphQL */ `
  query Run($id: ID!) {
    run(id: $id) {
      ...RunDetail
    }
  }
`);

export const RunsQuery = graphql(/* GraphQL */ `
  query Runs($first: Int!, $after: String, $filter: RunFilter, $sort: RunSort) {
    runs(first: $first, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RunRow
      }
    }
  }
`);

export const RunChanged = graphql(/* GraphQL */ `
  subscription RunChanged($id: ID!) {
    runChanged(id: $id) {
      ...RunDetail
    }
  }
`);

export const AnyRunChanged = graphql(/* GraphQL */ `
  subscription AnyRunChanged {
    runChanged {
      ...RunRow
    }
  }
`);
export const pickRun = ({ runChanged }: AnyRunChangedSubscription) => runChanged;

/** Only the id: what changed comes by subscription, and an answer that was read before must not undo it. */
