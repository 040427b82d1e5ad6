import type { RunDetailFragment } from '@/generated/graphql';
import { countingOptions } from '@/new-run/suit-options';
import { Facts } from '@/ui/facts';

type Configured = Pick<
  RunDetailFragment,
  'technique' | 'method' | 'options' | 'parent' | 'split' | 'version'
>;

/** What the run was told, as far as it counts; what differs from the defaults stands out. */
export function RunConfiguration({ run }: { run: Configured }) {
  const counted = countingOptions(run.options, {
    technique: run.technique,
    method: run.method,
    modality: run.version.modality,
    hasModel: run.parent !== null,
  });
  const facts = counted.map(({ label, value, isDefault }) => ({
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
