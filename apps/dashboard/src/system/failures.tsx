import { Ago } from '@/ui/ago';
import type { System } from './system-page';

/** What went wrong lately, and what to do about it. */
export function Failures({ failures }: { failures: System['failures'] }) {
  if (failures.length === 0) return <p className="text-muted">Nothing has failed.</p>;
  return (
    <ul className="border-t" aria-label="Recent failures">
      {failures.map(({ kind, subject, worker, code, message, endedAt }) => (
        <li key={`${kind} ${subject} ${endedAt}`} className="border-b py-2">
          <p className="break-words">{message}</p>
          <p className="text-[12px] text-muted">
            <span className="font-mono">{code}</span>, {kind} {subject}
            {worker && `, ${worker}`}
            {endedAt && (
              <>
                , <Ago at={endedAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
