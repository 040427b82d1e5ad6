import { useQuery } from 'urql';
import type { ProjectsQuery as Answered } from '@/generated/graphql';
import { ProjectsQuery } from './project.operations';

export type Project = Answered['projects']['nodes'][number];

/** The projects that one sees; none while there is only one, of which pages do not speak. */
export function useProjects(): Project[] {
  const [{ data }] = useQuery({ query: ProjectsQuery });
  const projects = data?.projects.nodes ?? [];
  return projects.length > 1 ? projects : [];
}
