import { graphql } from '@/generated';

export const ServerQuery = graphql(/* GraphQL */ `
  query Server {
    server {
      version
      dataSetCount
      runCount
      modelCount
      demoRunId
      startedAt
      backend {
        name
        version
        threads
        native
        reason
      }
      limits {
        uploadBytes
        pageSize
      }
    }
  }
`);
