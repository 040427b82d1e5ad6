import { graphql } from '@/generated';
import type { AnyVersionChangedSubscription } from '@/generated/graphql';

export const VersionQuery = graphql(/* GraphQL */ `
  query Version($id: ID!) {
    dataSetVersion(id: $id) {
      ...VersionStatistics
    }
  }
`);

export const VersionChanged = graphql(/* GraphQL */ `
  subscription VersionChanged($id: ID!) {
    versionChanged(id: $id) {
      ...VersionStatistics
    }
  }
`);

/** Every import, for lists: those of data sets that are shown change through the cache. */
export const AnyVersionChanged = graphql(/* GraphQL */ `
  subscription AnyVersionChanged {
    versionChanged {
      id
      status
      progress
      failure {
        code
      }
    }
  }
`);
export const pickVersion = ({ versionChanged }: AnyVersionChangedSubscription) => versionChanged;

export const CancelImport = graphql(/* GraphQL */ `
  mutation CancelImport($versionId: ID!) {
    cancelImport(versionId: $versionId) {
      ...VersionStatistics
    }
  }
`);

export const RetryImport = graphql(/* GraphQL */ `
  mutation RetryImport($versionId: ID!) {
    retryImport(versionId: $versionId) {
      ...VersionStatistics
    }
  }
`);
