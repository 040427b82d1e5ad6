import type { RunDetailFragment } from '@/generated/graphql';
import { Facts } from '@/ui/facts';

/** What the run was told; what differs from the defaults stands out. */
export function RunConfiguration({ run }: { run: RunDetailFragment }) {
  const facts = run.options.map(({ label, value, isDefault }) => ({
    name: label,
    value,
    strong: !isDefault,
  }));
  return (
    <>
      <p className="mb-3 text-[12px] text-muted">What differs from the defaults is bold.</p>
      <Facts facts={[...facts, { name: 'Split', value: run.split?.name ?? 'the version’s own' }]} />
    </>
  );
}
