import type { ExampleContentFragment } from '@/generated/graphql';

type Row = ExampleContentFragment & { class: { name: string } | null };

/** Texts, or rows of columns, with their class in front. */
export function ExampleTable({ examples }: { examples: Row[] }) {
  const columns = examples[0]?.row?.map(({ column }) => column) ?? [];
  const isTable = columns.length > 0;
  return (
    <div className="overflow-x-auto border-y">
      <table aria-label="Examples" className="w-full">
        <thead>
          <tr className="border-b text-muted">
            <th scope="col" className="h-9 pr-4 font-normal">
              Class
            </th>
            {isTable ? (
              columns.map((column) => (
                <th key={column} scope="col" className="px-2 text-right font-normal whitespace-nowrap">
                  {column}
                </th>
              ))
            ) : (
              <th scope="col" className="font-normal">
                Text
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <tr key={example.id} className="border-b last:border-0">
              <td className="max-w-48 truncate py-1.5 pr-4 font-medium">{example.class?.name}</td>
              {isTable ? (
                example.row?.map(({ column, value }) => (
                  <td key={column} className="px-2 text-right whitespace-nowrap">
                    {value ?? <span className="text-faint">missing</span>}
                  </td>
                ))
              ) : (
                <td className="max-w-0 min-w-64 py-1.5 break-words">{example.text}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
