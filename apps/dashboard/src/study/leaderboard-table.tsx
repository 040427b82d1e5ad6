import { CandidateSwatch } from '@/evaluation/candidate-swatch';
import { figureMeaning, figureRange, figureValue, type Unit } from '@/evaluation/figure-text';
import { formatBytes } from '@/format/bytes';
import { formatBrief } from '@/format/duration';
import { formatCount, formatValue } from '@/format/number';
import { hasEnded, StatusBadge } from '@/runs/status-badge';
import { Link } from '@/ui/link';
import { SideScroller } from '@/ui/scroll/side-scroller';
import type { Entry } from './entry';

const HEADS = ['Candidate', '', 'To learn', 'To answer', 'Memory', 'To be kept', 'Set by hand'];
const NONE = <span className="text-faint">–</span>;

/** The order with figures and costs; live while candidates are scored. */
export function LeaderboardTable({
  entries,
  metric,
  unit,
}: {
  entries: readonly Entry[];
  metric: string;
  unit: Unit;
}) {
  return (
    <SideScroller label="Leaderboard, scrolling">
      <table aria-label="Leaderboard" className="w-full min-w-[760px]">
        <thead>
          <tr className="border-b text-left text-muted">
            {HEADS.map((head, i) => (
              <th
                key={head || metric}
                scope="col"
                className={`py-1 pr-4 font-normal ${i > 0 ? 'text-right' : ''}`}
              >
                {head || metric}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ evaluation, figure, tied }) => {
            const { id, name, status, costs, progress, position } = evaluation;
            return (
              <tr key={id} className="border-b">
                <th scope="row" className="py-1.5 pr-4 text-left font-medium">
                  <Link
                    href={`/evaluations/${id}`}
                    className="flex min-w-0 items-center gap-2.5 hover:text-accent"
                  >
                    <CandidateSwatch position={position} />
                    <span className="min-w-0">
                      {name}
                      {tied && (
                        <span className="ml-2 rounded bg-accent-soft px-1.5 text-[11px] font-normal text-accent">
                          {entries[0]?.evaluation.id === id ? 'best' : 'tied with the best'}
                        </span>
                      )}
                    </span>
                  </Link>
                </th>
                <td
                  className="pr-4 text-right whitespace-nowrap"
                  title={figure ? figureMeaning(figure) : undefined}
                >
                  {figure ? (
                    <>
                      {figureValue(figure, unit)}{' '}
                      <span className="text-[12px] text-muted">{figureRange(figure, unit)}</span>
                    </>
                  ) : (
                    !hasEnded(status) || <StatusBadge status={status} />
                  )}
                  {!hasEnded(status) && (
                    <span className="block text-[12px] text-muted">
                      {formatCount(progress.units)} of {formatCount(progress.of)}
                    </span>
                  )}
                </td>
                <td className="pr-4 text-right whitespace-nowrap">
                  {costs ? formatBrief(costs.trainSeconds) : NONE}
                </td>
                <td className="pr-4 text-right whitespace-nowrap">
                  {costs ? `${formatValue(Number(costs.predictMilliseconds.toPrecision(2)))} ms` : NONE}
                </td>
                <td className="pr-4 text-right whitespace-nowrap">
                  {costs ? formatBytes(costs.peakMemoryBytes) : NONE}
                </td>
                <td className="pr-4 text-right whitespace-nowrap">
                  {costs ? formatBytes(costs.storedBytes) : NONE}
                </td>
                <td className="pr-4 text-right">{costs ? formatCount(costs.optionsByHand) : NONE}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </SideScroller>
  );
}
