import { useQuery } from 'urql';
import { formatDuration } from '@/format/duration';
import { formatShare } from '@/format/number';
import { Link } from '@/ui/link';
import { SideScroller } from '@/ui/scroll/side-scroller';
import { Section } from '@/ui/section';
import { TrackRecordQuery } from './advisor.operations';

/** How the advisor's own predictions came out. */
export function TrackRecord() {
  const [{ data }] = useQuery({ query: TrackRecordQuery, requestPolicy: 'cache-and-network' });
  if (!data) return null;
  const { ended, held, forecasts } = data.advisorTrackRecord;
  return (
    <Section title="How its predictions came out">
      <p className="mb-3 max-w-prose text-muted">
        {ended === 0
          ? 'Nothing that it named has ended yet. Start what it recommends, and what was said is set beside what came.'
          : `Of ${ended} ${ended === 1 ? 'prediction' : 'predictions'}, ${held} lay in the interval. Nine of ten should.`}
      </p>
      {forecasts.length > 0 && (
        <SideScroller label="Predictions, scrolling">
          <table className="w-full min-w-[34rem] text-left tabular-nums" aria-label="Predictions">
            <thead className="text-[12px] text-muted">
              <tr className="border-b">
                <th className="py-1.5 pr-4 font-normal">What was started</th>
                <th className="py-1.5 pr-4 font-normal">Accuracy said</th>
                <th className="py-1.5 pr-4 font-normal">Reached</th>
                <th className="py-1.5 pr-4 font-normal">Time said</th>
                <th className="py-1.5 font-normal">Taken</th>
              </tr>
            </thead>
            <tbody>
              {forecasts.map((one) => (
                <tr key={one.id} className="border-b">
                  <td className="py-1.5 pr-4">
                    <Link
                      className="underline underline-offset-2"
                      href={one.runId ? `/runs/${one.runId}` : `/evaluations/${one.evaluationId}`}
                    >
                      {one.name}
                    </Link>
                  </td>
                  <td className="py-1.5 pr-4">
                    {formatShare(one.accuracy)} ({formatShare(one.low)} to {formatShare(one.high)})
                  </td>
                  <td className="py-1.5 pr-4">{reachedText(one)}</td>
                  <td className="py-1.5 pr-4">{formatDuration(one.seconds)}</td>
                  <td className="py-1.5">{one.tookSeconds == null ? '' : formatDuration(one.tookSeconds)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SideScroller>
      )}
    </Section>
  );
}

function reachedText({ reached, low, high }: { reached?: number | null; low: number; high: number }): string {
  if (reached == null) return 'not yet';
  return `${formatShare(reached)}${reached < low || reached > high ? ', outside' : ''}`;
}
