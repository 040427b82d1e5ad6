import { Info } from 'lucide-react';

/** What to know before trusting figures. */
export function WarningNotes({ warnings }: { warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul aria-label="What to know" className="mb-6 space-y-2 rounded-lg bg-warn-soft px-4 py-3">
      {warnings.map((warning) => (
        <li key={warning} className="flex gap-3">
          <Info className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden />
          <span className="min-w-0">{warning}</span>
        </li>
      ))}
    </ul>
  );
}
