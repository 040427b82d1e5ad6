'use client';
import { useEffect } from 'react';
import { Select } from '@/ui/select';
import { chooseProject, currentProject } from './current-project';
import { useProjects } from './use-projects';

/** Chooses the project that pages show: in the header of a wide window, below that of a narrow one. Nothing where there is one project. */
export function ProjectSwitcher({ narrow = false }: { narrow?: boolean }) {
  const projects = useProjects();
  const chosen = currentProject();
  const isLost = projects.length > 0 && chosen !== null && !projects.some(({ id }) => id === chosen);
  useEffect(() => {
    if (isLost) chooseProject(null);
  }, [isLost]);
  if (projects.length === 0) return null;
  return (
    <Select
      aria-label="Project"
      className={narrow ? 'mx-4 mt-3 sm:hidden' : 'w-40 max-sm:hidden'}
      value={chosen ?? ''}
      onChange={({ target }) => chooseProject(target.value || null)}
    >
      <option value="">All projects</option>
      {projects.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
