import type { MethodOptionFragment } from '@/generated/graphql';
import { Field, INPUT } from '@/ui/field';
import { Select } from '@/ui/select';
import { defaultText } from './option-text';

type Props = {
  option: MethodOptionFragment;
  text: string;
  error: string | null;
  onChange: (text: string) => void;
};

/** The field that suits an option's kind, with its sentence, range and default. */
export function OptionField({ option, text, error, onChange }: Props) {
  const { label, description, kind, unit, choices } = option;
  const changed = text !== defaultText(option);
  const name = (
    <>
      {label}
      {unit && <span className="font-normal text-muted">, {unit}</span>}
    </>
  );
  if (kind === 'BOOLEAN') {
    return (
      <Field label={name} hint={description} error={error}>
        {(props) => (
          <input
            {...props}
            type="checkbox"
            checked={text === 'true'}
            onChange={(event) => onChange(String(event.target.checked))}
            className="my-1.5 block size-4 accent-accent"
          />
        )}
      </Field>
    );
  }
  if (kind === 'CHOICE') {
    const chosen = choices?.find(({ value }) => value === text);
    return (
      <Field label={name} hint={chosen?.description || description} error={error}>
        {(props) => (
          <Select
            {...props}
            value={text}
            onChange={(event) => onChange(event.target.value)}
            className="w-full"
          >
            {choices?.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    );
  }
  const hint = `${description}${range(option)}${changed ? ` Default ${defaultText(option)}.` : ''}`;
  return (
    <Field label={name} hint={hint} error={error}>
      {(props) => (
        <input
          {...props}
          inputMode={kind === 'INTS' ? 'text' : 'decimal'}
          autoComplete="off"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          className={INPUT}
        />
      )}
    </Field>
  );
}

function range({ minimum, maximum }: MethodOptionFragment): string {
  if (minimum != null && maximum != null) return ` From ${minimum} to ${maximum}.`;
  if (minimum != null) return ` At least ${minimum}.`;
  return maximum != null ? ` At most ${maximum}.` : '';
}
