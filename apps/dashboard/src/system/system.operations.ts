import { graphql } from '@/generated';

export const SystemQuery = graphql(/* GraphQL */ `
  query System {
    system {
      waitingSince
      memoryBytes
      startedAt
      tasks {
        kind
        status
        count
      }
      workers {
        name
        running
        seenAt
      }
      failures {
        kind
        subject
        worker
        code
        message
        endedAt
      }
      storage {
        blobCount
        blobBytes
        databaseBytes
        freeBytes
        kinds {
          name
          count
          bytes
        }
      }
    }
  }
`);

export const CollectGarbage = graphql(/* GraphQL */ `
  mutation CollectGarbage {
    collectGarbage {
      count
      bytes
    }
  }
`);
