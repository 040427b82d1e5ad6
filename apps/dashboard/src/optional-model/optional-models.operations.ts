import { graphql } from '@/generated';

export const OptionalModelsQuery = graphql(/* GraphQL */ `
  query OptionalModels {
    optionalModels {
      name
      purpose
      licence
      bytes
      command
      added
    }
  }
`);
