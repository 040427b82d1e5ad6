import { TextField } from '@/ui/field';

type Props = {
  label: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
  required?: boolean;
};

/** A password that is to be, within the lengths that the API takes. */
export const NewPasswordField = ({ onValue, ...rest }: Props) => (
  <TextField
    type="password"
    autoComplete="new-password"
    minLength={10}
    maxLength={1000}
    onChange={({ target }) => onValue(target.value)}
    {...rest}
  />
);
