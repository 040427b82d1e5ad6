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
        options {
          name
          label
          value
          isDefault
        }
        study {
          id
          name
        }
      }
    }
  }
`);

export const CancelEvaluation = graphql(/* GraphQL */ `
  mutation CancelEvaluation($id: ID!) {
    cancelEvaluation(id: $id) {
      id
    }
  }
`);

export const RetryEvaluation = graphql(/* GraphQL */ `
  mutation RetryEvaluation($id: ID!) {
    retryEvaluation(id: $id) {
      id
    }
  }
`);

export const DeleteEvaluation = graphql(/* GraphQL */ `
  mutation DeleteEvaluation($id: ID!) {
    deleteEvaluation(id: $id)
  }
`);
