'use client';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { currentProject } from '@/projects/current-project';
import { useProjects } from '@/projects/use-projects';
import { ViewerQuery } from './access.operations';

/** Whether whoever looks may make and change things in the project that is shown; true until it is known. */
export function useMayMake(): boolean {
  const [{ data }] = useQuery({ query: ViewerQuery });
  const projects = useProjects();
  if (!data) return true;
  if (!data.viewer.scopes.includes('TRAIN')) return false;
  const shown = projects.filter(({ id }) => currentProject() === null || id === currentProject());
  return shown.length === 0 || shown.some(({ role }) => role !== 'VIEWER');
}

/** What makes or changes things: left out for those who would be refused. */
export const IfMaking = ({ children }: { children: ReactNode }) => (useMayMake() ? children : null);

/** Says why buttons are missing. */
export function LooksOnly() {
  if (useMayMake()) return null;
  return (
    <p className="border-b bg-sunken px-4 py-2 text-muted lg:px-8">
      You look at things here and ask models. To make and change them you need the role Editor: ask an
      administrator.
    </p>
  );
}
