import { graphql } from '@/generated';

export const TrainMutation = graphql(/* GraphQL */ `
  mutation Train($input: TrainInput!) {
    train(input: $input) {
      id
    }
  }
`);
