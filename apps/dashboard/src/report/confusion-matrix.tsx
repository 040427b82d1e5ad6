import { SideScroller } from '@/ui/scroll/side-scroller';
import type { Confusion } from './mistakes';

/** Beyond this many classes the list of confusions says more than a picture. */
export const LARGEST_MATRIX = 40;

export function ConfusionMatrix({ confusion }: { confusion: Confusion }) {
  const { classes, counts } = confusion;
  const numbers = classes.length <= 20;
  return (
    <div className="min-w-0">
      <p className="mb-2 text-muted">Rows: what an example is. Columns: what the model took it for.</p>
      <SideScroller label="Confusion matrix, scrolling">
        <table aria-label="Confusion matrix" className={`text-[12px] ${numbers ? '' : 'leading-4'}`}>
          <thead>
            <tr>
              <td />
              {classes.map((name) => (
                <th key={name} scope="col" className="max-w-8 pb-1 align-bottom font-normal text-muted">
                  <span className="inline-block max-h-24 rotate-180 truncate [writing-mode:vertical-rl]">
                    {name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classes.map((actual, row) => {
              const total = (counts[row] ?? []).reduce((sum, count) => sum + count, 0);
              return (
                <tr key={actual}>
                  <th scope="row" className="max-w-36 truncate pr-2 text-right font-normal text-muted">
                    {actual}
                  </th>
                  {(counts[row] ?? []).map((count, column) => {
                    const predicted = classes[column] ?? '';
                    return (
                      <Cell
                        key={predicted}
                        count={count}
                        total={total}
                        right={row === column}
                        numbers={numbers}
                        name={`${actual} taken for ${predicted}`}
                      />
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </SideScroller>
    </div>
  );
}

type CellProps = { count: number; total: number; right: boolean; numbers: boolean; name: string };

function Cell({ count, total, right, numbers, name }: CellProps) {
  const share = total > 0 ? count / total : 0;
  const strength = count === 0 ? 0 : right ? 12 + share * 30 : 18 + share * 60;
  const colour = right ? 'var(--c0)' : 'var(--c1)';
  return (
    <td
      title={`${name}: ${count} of ${total}`}
      className={`border border-canvas text-center ${numbers ? 'h-7 min-w-7 px-1' : 'size-4'} ${count === 0 ? 'text-faint' : 'text-ink'}`}
      style={{ background: `color-mix(in srgb, ${colour} ${strength}%, var(--sunken))` }}
    >
      {numbers ? (
        count === 0 ? (
          <span aria-hidden="true">·</span>
        ) : (
          count
        )
      ) : (
        <span className="sr-only">{count}</span>
      )}
    </td>
  );
}
