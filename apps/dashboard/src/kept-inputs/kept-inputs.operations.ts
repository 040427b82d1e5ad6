import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment KeptInputLine on KeptInput {
    id
    createdAt
    imageUrl
    text
    row {
      column
      value
    }
    class
    confidence
    noneOfThese
    label
    taughtAt
    addedAt
  }
`);

export const KeptInputsQuery = graphql(/* GraphQL */ `
  query KeptInputs(
    $modelId: ID!
    $first: Int!
    $after: String
    $filter: KeptInputFilter
    $order: KeptInputOrder!
  ) {
    keptInputs(modelId: $modelId, first: $first, after: $after, filter: $filter, order: $order) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...KeptInputLine
      }
    }
  }
`);

export const KeepingQuery = graphql(/* GraphQL */ `
  query Keeping($id: ID!) {
    model(id: $id) {
      id
      keepsInputs
      lesson(first: 1) {
        index
      }
    }
    all: keptInputs(modelId: $id, first: 1) {
      totalCount
    }
    reviewed: keptInputs(modelId: $id, first: 100, order: NEWEST, filter: { reviewed: true }) {
      nodes {
        id
        taughtAt
        addedAt
      }
    }
  }
`);

export const KeepInputs = graphql(/* GraphQL */ `
  mutation KeepInputs($modelId: ID!) {
    keepInputs(modelId: $modelId) {
      id
      keepsInputs
    }
  }
`);

export const StopKeepingInputs = graphql(/* GraphQL */ `
  mutation StopKeepingInputs($modelId: ID!, $deleteKept: Boolean!) {
    stopKeepingInputs(modelId: $modelId, deleteKept: $deleteKept) {
      id
      keepsInputs
    }
  }
`);

export const ReviewInputs = graphql(/* GraphQL */ `
  mutation ReviewInputs($modelId: ID!, $reviews: [InputReview!]!) {
    reviewInputs(modelId: $modelId, reviews: $reviews) {
      id
      label
      taughtAt
      addedAt
    }
  }
`);

export const DiscardInputs = graphql(/* GraphQL */ `
  mutation DiscardInputs($modelId: ID!, $ids: [ID!]!) {
    discardInputs(modelId: $modelId, ids: $ids)
  }
`);

export const TeachInputs = graphql(/* GraphQL */ `
  mutation TeachInputs($input: TeachInputsInput!) {
    teachInputs(input: $input) {
      id
    }
  }
`);

export const AddInputsToDataSet = graphql(/* GraphQL */ `
  mutation AddInputsToDataSet($input: AddInputsToDataSetInput!) {
    addInputsToDataSet(input: $input) {
      id
      number
    }
  }
`);
