import type { Role } from '@/generated/graphql';
import { Field } from '@/ui/field';
import { roleChoices } from '../role-names';
import { RoleSelect } from '../role-select';

type Props = { role: Role; onRole: (role: Role) => void; disabled?: boolean; hint?: string };

export function RoleField({ role, onRole, disabled, hint }: Props) {
  const may = roleChoices.find((choice) => choice.role === role)?.may;
  return (
    <Field label="Role" hint={hint ?? `Someone with this role ${may}.`}>
      {(props) => <RoleSelect {...props} role={role} onRole={onRole} disabled={disabled} />}
    </Field>
  );
}
