import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment Members on Project {
    members {
      personId
      name
      email
      role
    }
  }
`);

export const ProjectMembersQuery = graphql(/* GraphQL */ `
  query ProjectMembers($first: Int!, $after: String) {
    projects(first: $first, after: $after) {
      totalCount
      nodes {
        id
        name
        role
        createdAt
        ...Members
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AddProject = graphql(/* GraphQL */ `
  mutation AddProject($name: String!) {
    addProject(name: $name) {
      id
    }
  }
`);

export const RenameProject = graphql(/* GraphQL */ `
  mutation RenameProject($id: ID!, $name: String!) {
    renameProject(id: $id, name: $name) {
      id
      name
    }
  }
`);

export const DeleteProject = graphql(/* GraphQL */ `
  mutation DeleteProject($id: ID!) {
    deleteProject(id: $id)
  }
`);

export const SetProjectMember = graphql(/* GraphQL */ `
  mutation SetProjectMember($input: SetProjectMemberInput!) {
    setProjectMember(input: $input) {
      id
      ...Members
    }
  }
`);

export const RemoveProjectMember = graphql(/* GraphQL */ `
  mutation RemoveProjectMember($projectId: ID!, $personId: ID!) {
    removeProjectMember(projectId: $projectId, personId: $personId) {
      id
      ...Members
    }
  }
`);
