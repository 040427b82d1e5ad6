import { formatCount, formatValue } from '@/format/number';
import type { VersionStatisticsFragment } from '@/generated/graphql';

type Columns = NonNullable<VersionStatisticsFragment['columns']>;

const number = (value: number | null | undefined) => (value == null ? '' : formatValue(value));

/** What is in each column of a table. */
export function ColumnsTable({ columns }: { columns: Columns }) {
  return (
    <div className="max-h-[70vh] overflow-auto border-y">
      <table aria-label="Columns" className="w-full min-w-[560px]">
        <thead className="sticky top-0 bg-canvas">
          <tr className="text-muted [&>th]:h-9 [&>th]:font-normal">
            <th scope="col">Column</th>
            <th scope="col">Kind</th>
            <th scope="col" className="text-right">
              Missing
            </th>
            <th scope="col" className="text-right">
              Mean ± deviation
            </th>
            <th scope="col" className="pl-6 text-right">
              Range
            </th>
            <th scope="col" className="pl-6">
              Categories
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name} className="border-t [&>td]:py-1.5">
              <td className="font-medium">{column.name}</td>
              <td className="text-muted">{column.kind.toLowerCase()}</td>
              <td className="text-right">
                {column.missing ? formatCount(column.missing) : <span className="text-faint">0</span>}
              </td>
              <td className="text-right whitespace-nowrap">
                {column.mean != null && `${number(column.mean)} ± ${number(column.deviation)}`}
              </td>
              <td className="pl-6 text-right whitespace-nowrap">
                {column.minimum != null && `${number(column.minimum)} – ${number(column.maximum)}`}
              </td>
              <td className="max-w-60 truncate pl-6 text-muted">{column.categories?.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
