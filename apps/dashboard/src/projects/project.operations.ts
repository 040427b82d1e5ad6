import { graphql } from '@/generated';

export const ProjectsQuery = graphql(/* GraphQL */ `
  query Projects {
    projects(first: 100) {
      nodes {
        id
        name
        role
      }
    }
  }
`);

export const MoveToProject = graphql(/* GraphQL */ `
  mutation MoveToProject($id: ID!, $projectId: ID!) {
    moveToProject(id: $id, projectId: $projectId)
  }
`);
