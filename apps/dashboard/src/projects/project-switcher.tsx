'use client';
import { Select } from '@/ui/select';
import { chooseProject, currentProject } from './current-project';
import { useProjects } from './use-projects';

/** Chooses the project that pages show: in the header of a wide window, below that of a narrow one. Nothing where there is one project. */
export function ProjectSwitcher({ narrow = false }: { narrow?: boolean }) {
  const projects = useProjects();
  const chosen = currentProject();
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
