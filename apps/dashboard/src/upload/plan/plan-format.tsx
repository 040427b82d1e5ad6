import { useId } from 'react';
import type { DateOrder, Delimiter, ImportPlanInput, PlanFieldsFragment } from '@/generated/graphql';
import { Select } from '@/ui/select';

type Props = {
  plan: Pick<PlanFieldsFragment, 'sheets' | 'sheet' | 'delimiter' | 'dateOrder'>;
  onFormat: (format: Pick<ImportPlanInput, 'sheet' | 'delimiter' | 'dateOrder'>) => void;
};

const DELIMITERS: Record<Delimiter, string> = {
  COMMA: 'Comma',
  SEMICOLON: 'Semicolon',
  TAB: 'Tab',
  BAR: 'Vertical bar',
  SPACE: 'Spaces',
  NONE: 'None: each line is a text',
};
const DATE_ORDERS: Record<DateOrder, string> = {
  DAY_FIRST: 'Day first (31/12)',
  MONTH_FIRST: 'Month first (12/31)',
};
/** The sheets that are read where none is chosen. */
const BY_CONTENT = 'Largest, with those like it';

/** How the file is read, to be changed: the sheet of a workbook, what divides the cells, the order of dates. */
export function PlanFormat({ plan: { sheets, sheet, delimiter, dateOrder }, onFormat }: Props) {
  if (sheets.length < 2 && delimiter === null && dateOrder === null) return null;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-2">
      {sheets.length > 1 && (
        <Choice
          label="Sheet"
          value={sheet ?? ''}
          options={[['', BY_CONTENT], ...sheets.map((name): [string, string] => [name, name])]}
          onChoose={(chosen) => onFormat({ sheet: chosen || undefined })}
        />
      )}
      {delimiter !== null && (
        <Choice
          label="Cells divided by"
          value={delimiter}
          options={Object.entries(DELIMITERS)}
          onChoose={(chosen) => onFormat({ delimiter: chosen as Delimiter })}
        />
      )}
      {dateOrder !== null && (
        <Choice
          label="Dates"
          value={dateOrder}
          options={Object.entries(DATE_ORDERS)}
          onChoose={(chosen) => onFormat({ dateOrder: chosen as DateOrder })}
        />
      )}
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: [value: string, label: string][];
  onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-muted">
        {label}
      </label>
      <Select
        id={id}
        className="w-56 max-w-full"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  );
}
