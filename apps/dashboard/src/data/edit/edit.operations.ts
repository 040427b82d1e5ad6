import { graphql } from '@/generated';

export const EditVersion = graphql(/* GraphQL */ `
  mutation EditVersion($input: EditVersionInput!) {
    editVersion(input: $input) {
      id
      number
      status
      progress
      dataSet {
        id
      }
    }
  }
`);

export const RestoreVersion = graphql(/* GraphQL */ `
  mutation RestoreVersion($input: RestoreVersionInput!) {
    restoreVersion(input: $input) {
      id
      number
      status
      progress
    }
  }
`);

export const CompareVersions = graphql(/* GraphQL */ `
  query CompareVersions($fromId: ID!, $toId: ID!) {
    compareVersions(fromId: $fromId, toId: $toId) {
      addedCount
      removedCount
      relabelledCount
      addedByClass {
        class
        count
      }
      removedByClass {
        class
        count
      }
      changes {
        before
        after
        count
        wholeClass
      }
      added {
        ...ExampleContent
      }
      removed {
        ...ExampleContent
      }
      relabelled {
        ...ExampleContent
      }
    }
  }
`);
