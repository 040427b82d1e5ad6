import { formatBytes } from '@/format/bytes';
import { formatDuration } from '@/format/duration';
import type { RunDetailFragment } from '@/generated/graphql';
import { Ago } from '@/ui/ago';
import { Facts } from '@/ui/facts';

export function RunEnvironment({ run }: { run: RunDetailFragment }) {
  const { environment: env, attempts } = run;
  if (!env && attempts.length === 0) return <p className="text-muted">No worker has taken this run yet.</p>;
  return (
    <div className="space-y-5">
      {env && (
        <Facts
          facts={[
            {
              name: 'Backend',
              value: `${env.backend}${env.native ? '' : ' (not native: slow)'}`,
              strong: !env.native,
            },
            { name: 'Threads', value: env.threads },
            { name: 'Processor', value: env.cpu },
            { name: 'Memory', value: formatBytes(env.memoryBytes) },
            { name: 'Platform', value: `${env.platform}, Node ${env.node}` },
          ]}
        />
      )}
      <ol aria-label="Attempts" className="divide-y border-y">
        {attempts.map(({ number, worker, startedAt, endedAt, outcome, failure }) => (
          <li key={number} className="py-2">
            <p className="flex flex-wrap gap-x-3">
              <span className="font-medium">Attempt {number}</span>
              <span className="text-muted">
                {worker}, started <Ago at={startedAt} />
                {endedAt &&
                  `, took ${formatDuration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)} with loading and storing`}
              </span>
              <span className="ml-auto">{outcome ? outcome.toLowerCase() : 'running'}</span>
            </p>
            {failure && <p className="mt-1 break-words text-bad">{failure.message}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}
