import { graphql } from '@/generated';

export const TrainMutation = graphql(/* GraphQL */ `
  mutation Train($input: TrainInput!) {
    train(input: $input) {
      id
    }
  }
`);

export const TrainPreviewQuery = graphql(/* GraphQL */ `
  query TrainPreview($versionId: ID!) {
    trainPreview(versionId: $versionId) {
      starter {
        id
        name
      }
      plan
      seconds
      note
      command
    }
  }
`);
