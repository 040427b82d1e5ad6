import { formatMany } from '@/format/number';
import { type Confusion, mistakes } from './mistakes';

export function Confusions({ confusion }: { confusion: Confusion }) {
  const worst = mistakes(confusion, 8);
  if (worst.length === 0) return <p className="text-muted">It makes no mistake there.</p>;
  return (
    <div className="min-w-0">
      <h3 className="mb-1 text-muted">Most often confused</h3>
      <ul className="divide-y border-y">
        {worst.map(({ actual, predicted, count, ofClass }) => (
          <li key={`${actual} ${predicted}`} className="flex items-baseline gap-2 py-1">
            <span className="min-w-0 truncate">
              {actual} <span className="text-faint">taken for</span> {predicted}
            </span>
            <span
              className="ml-auto shrink-0 text-muted"
              title={`${formatMany(ofClass, 'example')} of ${actual}`}
            >
              {count} of {ofClass}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
