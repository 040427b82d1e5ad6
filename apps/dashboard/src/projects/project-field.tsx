import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { useProjects } from './use-projects';

type Props = {
  value: string;
  onValue: (id: string) => void;
  hint: string;
  /** What it means to choose none. */
  none: string;
};

/** A choice among projects; nothing where there is one. */
export function ProjectField({ value, onValue, hint, none }: Props) {
  const projects = useProjects();
  if (projects.length === 0) return null;
  return (
    <Field label="Project" hint={hint}>
      {(props) => (
        <Select {...props} className="w-full" value={value} onChange={({ target }) => onValue(target.value)}>
          <option value="">{none}</option>
          {projects.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
