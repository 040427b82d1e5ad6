import { graphql } from '@/generated';

export const FeatureMapQuery = graphql(/* GraphQL */ `
  query FeatureMap($id: ID!) {
    run(id: $id) {
      id
      featureMap {
        explained
        points {
          role
          x
          y
          example {
            ...ExampleContent
            class {
              id
              name
            }
          }
          predicted {
            id
            name
          }
        }
      }
    }
  }
`);
