import { graphql } from '@/generated';

export const ViewerQuery = graphql(/* GraphQL */ `
  query Viewer {
    viewer {
      kind
      personId
      name
      role
      scopes
    }
  }
`);

export const PeopleQuery = graphql(/* GraphQL */ `
  query People($first: Int!, $after: String) {
    people(first: $first, after: $after) {
      totalCount
      nodes {
        id
        email
        name
        role
        disabledAt
        createdAt
        runningTasks
        storageBytes
        use {
          runningTasks
          storageBytes
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const ApiKeysQuery = graphql(/* GraphQL */ `
  query ApiKeys($first: Int!, $after: String) {
    apiKeys(first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        scopes
        requestsPerMinute
        projectId
        personId
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AuditLogQuery = graphql(/* GraphQL */ `
  query AuditLog($first: Int!, $after: String, $filter: AuditFilter) {
    auditLog(first: $first, after: $after, filter: $filter) {
      totalCount
      nodes {
        id
        createdAt
        actorName
        actorKind
        actorId
        action
        subjects
        outcome
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AddPerson = graphql(/* GraphQL */ `
  mutation AddPerson($input: AddPersonInput!) {
    addPerson(input: $input) {
      id
    }
  }
`);

export const UpdatePerson = graphql(/* GraphQL */ `
  mutation UpdatePerson($input: UpdatePersonInput!) {
    updatePerson(input: $input) {
      id
      name
      role
      disabledAt
      runningTasks
      storageBytes
    }
  }
`);

export const DeletePerson = graphql(/* GraphQL */ `
  mutation DeletePerson($id: ID!) {
    deletePerson(id: $id)
  }
`);

export const ChangePassword = graphql(/* GraphQL */ `
  mutation ChangePassword($before: String!, $next: String!) {
    changePassword(before: $before, next: $next)
  }
`);

export const CreateApiKey = graphql(/* GraphQL */ `
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      secret
      key {
        id
        name
      }
    }
  }
`);

export const RevokeApiKey = graphql(/* GraphQL */ `
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      id
      revokedAt
    }
  }
`);
