/** Grey bars where rows will be. */
export function Loading({ rows = 6, label = 'Loading' }: { rows?: number; label?: string }) {
  const widths = ['w-11/12', 'w-3/4', 'w-5/6', 'w-2/3', 'w-4/5'];
  return (
    <output aria-label={label} className="block animate-pulse space-y-3 py-2">
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((key, row) => (
        <span key={key} className={`block h-5 rounded bg-sunken ${widths[row % widths.length]}`} />
      ))}
    </output>
  );
}
