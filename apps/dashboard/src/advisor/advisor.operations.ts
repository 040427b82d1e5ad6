import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment Advice on Recommendation {
    id
    status
    createdAt
    budget {
      seconds
      memoryBytes
      storedBytes
    }
    examples
    basis
    failure {
      code
      message
    }
    progress {
      doing
      done
      total
      secondsLeft
    }
    options {
      ...AdvisedOptionContent
    }
  }
`);

graphql(/* GraphQL */ `
  fragment AdvisedOptionContent on AdvisedOption {
    place
    technique
    title
    accuracy {
      value
      low
      high
    }
    gain {
      value
      low
      high
    }
    curve {
      shots
      value
      low
      high
    }
    seconds
    memoryBytes
    storedBytes
    why
    leftOut
  }
`);

export const AdvisedVersionQuery = graphql(/* GraphQL */ `
  query AdvisedVersion($versionId: ID!) {
    dataSetVersion(id: $versionId) {
      id
      number
      exampleCount
      classCount
      dataSet {
        id
        name
      }
    }
    recommendations(versionId: $versionId) {
      id
      budget {
        seconds
        memoryBytes
        storedBytes
      }
    }
  }
`);

export const RecommendationQuery = graphql(/* GraphQL */ `
  query Recommendation($id: ID!) {
    recommendation(id: $id) {
      ...Advice
    }
  }
`);

export const RecommendationChanged = graphql(/* GraphQL */ `
  subscription RecommendationChanged($id: ID!) {
    recommendationChanged(id: $id) {
      ...Advice
    }
  }
`);

export const CancelRecommendation = graphql(/* GraphQL */ `
  mutation CancelRecommendation($id: ID!) {
    cancelRecommendation(id: $id) {
      id
      status
    }
  }
`);

export const RetryRecommendation = graphql(/* GraphQL */ `
  mutation RetryRecommendation($id: ID!) {
    retryRecommendation(id: $id) {
      ...Advice
    }
  }
`);

export const Recommend = graphql(/* GraphQL */ `
  mutation Recommend($versionId: ID!, $budget: BudgetInput) {
    recommend(versionId: $versionId, budget: $budget) {
      id
    }
  }
`);

export const StartRecommended = graphql(/* GraphQL */ `
  mutation StartRecommended($id: ID!, $place: Int!) {
    startRecommended(id: $id, place: $place) {
      run {
        id
      }
      evaluation {
        id
      }
    }
  }
`);

export const StartRecommendedStudy = graphql(/* GraphQL */ `
  mutation StartRecommendedStudy($id: ID!) {
    startRecommendedStudy(id: $id) {
      id
    }
  }
`);

export const TrackRecordQuery = graphql(/* GraphQL */ `
  query TrackRecord {
    advisorTrackRecord {
      ended
      held
      forecasts {
        id
        name
        runId
        evaluationId
        accuracy
        low
        high
        seconds
        reached
        tookSeconds
      }
    }
  }
`);
