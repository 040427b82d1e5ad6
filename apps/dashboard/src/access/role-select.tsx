import type { Role } from '@/generated/graphql';
import { Select } from '@/ui/select';
import { roleChoices } from './role-names';

type Props = {
  id?: string;
  label?: string;
  className?: string;
  role: Role;
  onRole: (role: Role) => void;
  disabled?: boolean;
};

/** A choice among roles, by itself with a label or in a field. */
export function RoleSelect({ label, className = 'w-full', role, onRole, ...rest }: Props) {
  return (
    <Select
      {...rest}
      aria-label={label}
      className={className}
      value={role}
      onChange={({ target }) => onRole(target.value as Role)}
    >
      {roleChoices.map((choice) => (
        <option key={choice.role} value={choice.role}>
          {choice.name}
        </option>
      ))}
    </Select>
  );
}
