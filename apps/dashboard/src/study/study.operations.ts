import { graphql } from '@/generated';

export const StudiesQuery = graphql(/* GraphQL */ `
  query Studies($first: Int!, $after: String) {
    studies(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        status
        modality
        protocolText
        createdAt
        versions {
          id
          dataSet {
            id
            name
          }
        }
        evaluations {
          id
          name
          status
        }
      }
    }
  }
`);

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment StudyProgress on Study {
    id
    name
    status
    modality
    protocolText
    createdAt
    queryHash
    warnings
    versions {
      id
      number
      dataSet {
        id
        name
      }
    }
    evaluations {
      ...EvaluationRow
      failure {
        code
        message
      }
      costs {
        ...CostsContent
      }
      environment {
        cpu
        memoryBytes
      }
      report {
        curve {
          shots
          draws
          accuracy {
            ...FigureContent
          }
        }
      }
    }
    criticalDifference {
      versions
      p
      difference
      ranks {
        position
        name
        rank
      }
      groups
    }
    rerun {
      studyId
      holds
      verdict
      entries {
        same
        holds
        before {
          id
          name
          progress {
            accuracy {
              ...FigureContent
            }
          }
        }
        now {
          id
          name
          progress {
            accuracy {
              ...FigureContent
            }
          }
        }
      }
    }
  }
`);

export const StudyQuery = graphql(/* GraphQL */ `
  query Study($id: ID!) {
    study(id: $id) {
      ...StudyProgress
    }
  }
`);

export const StudyChanged = graphql(/* GraphQL */ `
  subscription StudyChanged($id: ID!) {
    studyChanged(id: $id) {
      ...StudyProgress
    }
  }
`);

export const CancelStudy = graphql(/* GraphQL */ `
  mutation CancelStudy($id: ID!) {
    cancelStudy(id: $id) {
      id
    }
  }
`);

export const RetryStudy = graphql(/* GraphQL */ `
  mutation RetryStudy($id: ID!) {
    retryStudy(id: $id) {
      ...StudyProgress
    }
  }
`);

export const RerunStudy = graphql(/* GraphQL */ `
  mutation RerunStudy($id: ID!) {
    rerunStudy(id: $id) {
      id
    }
  }
`);

export const DeleteStudy = graphql(/* GraphQL */ `
  mutation DeleteStudy($id: ID!) {
    deleteStudy(id: $id)
  }
`);
