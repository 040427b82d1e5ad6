'use client';
import { createContext, type ReactNode, useContext } from 'react';
import { useQuery } from 'urql';
import { currentProject } from '@/projects/current-project';
import { ProjectsQuery } from '@/projects/project.operations';
import { ViewerQuery } from './access.operations';

/** The project of what a page shows: null where one does not see it, for the thing came with Kshot; undefined where the page shows no such thing. */
const ShownProject = createContext<string | null | undefined>(undefined);

/** The page of a thing asks for the role in the project of the thing, not in the one that is chosen above. */
export function OfProject({ project, children }: { project?: { id: string } | null; children: ReactNode }) {
  const isSaidAbove = !useMayMake();
  return (
    <ShownProject value={project === null ? null : project?.id}>
      {!isSaidAbove && <LooksOnly className="mb-4 rounded-lg px-4" />}
      {children}
    </ShownProject>
  );
}

/** Whether whoever looks may make things of what is shown; true until it is known. What came with Kshot may be used in every project. */
export function useMayMake(): boolean {
  const shown = useContext(ShownProject) ?? currentProject();
  const [{ data }] = useQuery({ query: ViewerQuery });
  const [{ data: all }] = useQuery({ query: ProjectsQuery });
  if (!data) return true;
  if (!data.viewer.scopes.includes('TRAIN')) return false;
  const projects = all?.projects.nodes.filter(({ id }) => shown === null || id === shown) ?? [];
  return projects.length === 0 || projects.some(({ role }) => role !== 'VIEWER');
}

/** Whether they may change what is shown itself. */
export function useMayChange(): boolean {
  const isElsewhere = useContext(ShownProject) === null;
  return useMayMake() && !isElsewhere;
}

/** What makes things: left out for those who would be refused. */
export const IfMaking = ({ children }: { children: ReactNode }) => (useMayMake() ? children : null);

/** What changes the thing that is shown: left out for those who would be refused. */
export const IfChanging = ({ children }: { children: ReactNode }) => (useMayChange() ? children : null);

/** Says why buttons are missing. */
export function LooksOnly({ className }: { className: string }) {
  if (useMayMake()) return null;
  return (
    <p className={`bg-sunken py-2 text-muted ${className}`}>
      You look at things here and ask models. To make and change them you need the role Editor: ask an
      administrator.
    </p>
  );
}
