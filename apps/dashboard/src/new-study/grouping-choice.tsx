import { Field, TextField } from '@/ui/field';
import { Select } from '@/ui/select';
import { GROUP_BY, GROUP_TEXT, GROUPINGS } from './protocol-form';

type Props = {
  texts: Readonly<Record<string, string>>;
  wrong: boolean;
  onTexts: (texts: Readonly<Record<string, string>>) => void;
};

/** What must not be split between learning and scoring: several pictures of one person, say. */
export function GroupingChoice({ texts, wrong, onTexts }: Props) {
  const by = GROUPINGS.find(({ value }) => value === texts[GROUP_BY]) ?? GROUPINGS[0];
  return (
    <>
      <Field
        label="Keep together"
        hint="Examples that resemble one another for another reason than their class."
      >
        {(props) => (
          <Select
            {...props}
            className="w-full"
            value={by.value}
            onChange={(event) => onTexts({ ...texts, [GROUP_BY]: event.target.value })}
          >
            {GROUPINGS.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {by.value !== 'none' && (
        <TextField
          label={by.label}
          hint={by.hint}
          error={wrong ? 'Write what to go by.' : null}
          value={texts[GROUP_TEXT] ?? ''}
          onChange={(event) => onTexts({ ...texts, [GROUP_TEXT]: event.target.value })}
        />
      )}
    </>
  );
}
