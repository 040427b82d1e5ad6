import type { Role } from '@/generated/graphql';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { roleChoices } from '../role-names';

type Props = { role: Role; onRole: (role: Role) => void; disabled?: boolean; hint?: string };

export function RoleField({ role, onRole, disabled, hint }: Props) {
  const may = roleChoices.find((choice) => choice.role === role)?.may;
  return (
    <Field label="Role" hint={hint ?? `Someone with this role ${may}.`}>
      {(props) => (
        <Select
          {...props}
          className="w-full"
          value={role}
          disabled={disabled}
          onChange={({ target }) => onRole(target.value as Role)}
        >
          {roleChoices.map((choice) => (
            <option key={choice.role} value={choice.role}>
              {choice.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
