import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment ServedNames on Model {
    served {
      name
      alias
      version
      isServed
      current {
        id
        name
      }
    }
  }
`);

export const ServingQuery = graphql(/* GraphQL */ `
  query Serving($modelId: ID!) {
    aliases(modelId: $modelId, first: 20) {
      nodes {
        id
        name
        alias
        predictUrl
        shared
        history {
          modelId
          modelName
          undoneAt
        }
      }
    }
  }
`);

export const SetAlias = graphql(/* GraphQL */ `
  mutation SetAlias($input: SetAliasInput!) {
    setAlias(input: $input) {
      id
      name
      alias
      predictUrl
    }
  }
`);

export const RollBackAlias = graphql(/* GraphQL */ `
  mutation RollBackAlias($id: ID!, $fromModelId: ID!) {
    rollBackAlias(id: $id, fromModelId: $fromModelId) {
      id
      name
      alias
    }
  }
`);

export const ShareAlias = graphql(/* GraphQL */ `
  mutation ShareAlias($id: ID!, $shared: Boolean!) {
    shareAlias(id: $id, shared: $shared) {
      id
      shared
    }
  }
`);
