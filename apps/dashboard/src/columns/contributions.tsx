'use client';
import { useQuery } from 'urql';
import { formatMany, formatShare } from '@/format/number';
import type { AddedByCellsFragment, PredictInput } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { ProblemNote } from '@/ui/problem-note';
import { ContributionsQuery } from './contributions.operations';

const SHOWN = 12;

/** What each cell of a row adds to the probability of its answer; asked for by itself, so that the answer appears first. */
export function Contributions({ modelId, input }: { modelId: string; input: PredictInput }) {
  const [{ data, error, operation, fetching }] = useQuery({
    query: ContributionsQuery,
    variables: { modelId, inputs: [input] },
    requestPolicy: 'network-only',
  });
  const isOwn = operation?.variables.inputs[0] === input && !fetching;
  const problem = isOwn ? problemOf(error) : undefined;
  const found = isOwn ? data?.predict[0] : undefined;
  if (problem)
    return <ProblemNote problem={problem} title="What each cell adds is not known" className="mt-6" />;
  if (!found) return fetching ? <p className="mt-6 text-muted">Looking for what each cell adds…</p> : null;
  return <AddedByCells answer={found.class} contributions={found.contributions} />;
}

/** The cells of a row with what they add, the largest first. */
export function AddedByCells({
  answer,
  contributions,
}: {
  answer: string;
  contributions: AddedByCellsFragment;
}) {
  const { usual, cells } = contributions;
  const shown = cells.slice(0, SHOWN);
  const rest = cells.slice(SHOWN).reduce((sum, { added }) => sum + added, 0);
  const total = cells.reduce((sum, { added }) => sum + added, usual);
  const most = Math.max(0.01, ...shown.map(({ added }) => Math.abs(added)));
  return (
    <section aria-label="What each cell adds" className="mt-6 border-t pt-3">
      <h2 className="font-semibold">What each cell adds</h2>
      <p className="mb-2 max-w-[60ch] text-[12px] text-muted">
        For rows of the data set the probability of {answer} is {formatShare(usual)} on average; with what the
        cells of this row add, in percentage points, it is {formatShare(total)}.
      </p>
      <ul>
        {shown.map(({ column, value, added }) => (
          <li
            key={column}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_64px] items-center gap-3 border-b py-1.5"
          >
            <span className="truncate" title={`${column} ${value ?? 'missing'}`}>
              <span className="text-muted">{column}</span> {value ?? 'missing'}
            </span>
            <span className="grid h-2 grid-cols-2" aria-hidden="true">
              <Bar share={Math.max(0, -added) / most} className="justify-self-end bg-line-strong" />
              <Bar share={Math.max(0, added) / most} className="bg-accent" />
            </span>
            <span className="text-right">{signed(added)}</span>
          </li>
        ))}
      </ul>
      {cells.length > SHOWN && (
        <p className="mt-2 text-[12px] text-muted">
          {formatMany(cells.length - SHOWN, 'more cell adds', 'more cells add')} {signed(rest)} together.
        </p>
      )}
    </section>
  );
}

const Bar = ({ share, className }: { share: number; className: string }) => (
  <span className={`block h-2 rounded-full ${className}`} style={{ width: `${100 * share}%` }} />
);

/** In percentage points. */
const signed = (added: number): string => {
  const text = (100 * Math.abs(added)).toFixed(1);
  return text === '0.0' ? text : `${added < 0 ? '−' : '+'}${text}`;
};
