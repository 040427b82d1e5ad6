import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment TaughtModel on Model {
    id
    name
    classes
    lesson(first: 500) {
      index
      class
      imageUrl
      text
    }
    ...ServedNames
    input {
      modality
    }
  }
`);

export const StarterQuery = graphql(/* GraphQL */ `
  query Starter($modality: Modality!) {
    starter(modality: $modality) {
      ...TaughtModel
    }
  }
`);

export const TaughtModelQuery = graphql(/* GraphQL */ `
  query TaughtModel($id: ID!) {
    model(id: $id) {
      ...TaughtModel
    }
  }
`);

export const Teach = graphql(/* GraphQL */ `
  mutation Teach($input: TeachInput!) {
    teach(input: $input) {
      ...TaughtModel
    }
  }
`);

export const Correct = graphql(/* GraphQL */ `
  mutation Correct($input: CorrectInput!) {
    correct(input: $input) {
      ...TaughtModel
    }
  }
`);

export const ServedAs = graphql(/* GraphQL */ `
  query ServedAs($modelId: ID!) {
    aliases(first: 1, modelId: $modelId) {
      nodes {
        id
      }
    }
  }
`);
