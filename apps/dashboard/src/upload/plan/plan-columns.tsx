import type { ColumnRole, PlanFieldsFragment } from '@/generated/graphql';
import { Select } from '@/ui/select';

type Props = {
  columns: PlanFieldsFragment['columns'];
  header: boolean;
  onRole: (column: string, role: ColumnRole) => void;
  onHeader: (header: boolean) => void;
};

const ROLES: Record<ColumnRole, string> = {
  LABEL: 'The class',
  PART: 'The part (train, test)',
  TEXT: 'Text',
  NUMBER: 'Number',
  CATEGORY: 'Category',
  DATE: 'Date',
  ID: 'Id, left out',
  IGNORED: 'Left out',
};

/** What each column is used for, to be changed. */
export function PlanColumns({ columns, header, onRole, onHeader }: Props) {
  return (
    <div>
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">Columns</h3>
        <label className="flex items-center gap-1.5">
          <input type="checkbox" checked={header} onChange={({ target }) => onHeader(target.checked)} />
          The first row holds names
        </label>
      </div>
      <div className="max-h-72 overflow-auto rounded-lg border">
        <table className="w-full">
          <thead className="sticky top-0 bg-surface text-left text-[12px] text-muted">
            <tr>
              <th className="px-3 py-1.5 font-normal">Column</th>
              <th className="px-3 py-1.5 font-normal">Used as</th>
              <th className="px-3 py-1.5 font-normal max-sm:hidden">First values</th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {columns.map(({ name, role, leftOut, samples }, i) => (
              <tr key={i} className={leftOut ? 'text-muted' : ''}>
                <td className="max-w-40 truncate px-3 py-1 max-sm:max-w-32" title={name}>
                  {name || '(no name)'}
                  <span className="block truncate text-[12px] text-muted sm:hidden">
                    {samples.join(', ')}
                  </span>
                </td>
                <td className="px-3 py-1">
                  <Select
                    className="w-36"
                    aria-label={`Use of column ${name}`}
                    value={leftOut && role !== 'ID' ? 'IGNORED' : role}
                    disabled={name === ''}
                    onChange={({ target }) => onRole(name, target.value as ColumnRole)}
                  >
                    {Object.entries(ROLES).map(([value, label]) => (
                      <option key={value} value={value}>
                        {label}
                      </option>
                    ))}
                  </Select>
                </td>
                <td className="max-w-48 truncate px-3 py-1 text-muted max-sm:hidden">{samples.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
