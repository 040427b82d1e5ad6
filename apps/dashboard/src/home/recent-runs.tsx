import { IfMaking } from '@/access/if-making';
import { formatShare } from '@/format/number';
import type { RunRowFragment } from '@/generated/graphql';
import { RunSwatch } from '@/runs/run-swatch';
import { StatusBadge } from '@/runs/status-badge';
import { summaryValue } from '@/runs/summary-value';
import { Ago } from '@/ui/ago';
import { ButtonLink } from '@/ui/button';
import { Link } from '@/ui/link';

export function RecentRuns({ runs, isStarting }: { runs: RunRowFragment[]; isStarting: boolean }) {
  if (runs.length === 0 && isStarting)
    return (
      <p role="status" className="text-muted">
        The examples are being loaded. In a moment a first model is trained on photos, here.
      </p>
    );
  if (runs.length === 0) {
    return (
      <p className="flex items-center gap-4 text-muted">
        Nothing has been trained yet.
        <IfMaking>
          <ButtonLink look="primary" href="/runs/new">
            New run
          </ButtonLink>
        </IfMaking>
      </p>
    );
  }
  return (
    <ul className="border-t">
      {runs.map((run) => {
        const accuracy = summaryValue(run.summary, 'validationAccuracy');
        return (
          <li
            key={run.id}
            className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b py-2 hover:bg-sunken/60 sm:grid-cols-[minmax(0,1fr)_110px_minmax(0,200px)_150px_100px]"
          >
            <Link
              href={`/runs/${run.id}`}
              className="flex min-w-0 items-center gap-2.5 font-medium after:absolute after:inset-0"
            >
              <RunSwatch id={run.id} />
              <span className="truncate">{run.name}</span>
            </Link>
            <StatusBadge status={run.status} cancelling={run.cancelRequested} />
            <span className="truncate text-muted max-sm:hidden">{run.version.dataSet.name}</span>
            <span className="text-muted max-sm:hidden">
              {accuracy !== null && `${formatShare(accuracy)} validation`}
            </span>
            <span className="text-right text-muted max-sm:hidden">
              <Ago at={run.createdAt} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
