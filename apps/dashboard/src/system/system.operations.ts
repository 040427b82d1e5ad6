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
        startedAt
        seenAt
        isSilent
      }
      failures {
        kind
        subject
        worker
        code
        message
        endedAt
      }
      kept {
        uploads
        checkpoints
        predictions
        inputs
        auditLog
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
      rows
      count
      bytes
      bytesBefore
      bytesAfter
    }
  }
`);
