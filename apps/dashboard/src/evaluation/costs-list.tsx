import { formatBytes } from '@/format/bytes';
import { formatBrief } from '@/format/duration';
import { formatMany, formatValue } from '@/format/number';
import type { EvaluationDetailFragment } from '@/generated/graphql';
import { type Fact, Facts } from '@/ui/facts';

/** What is set of it, and what it costs, measured where it ran. */
export function CostsList({ evaluation }: { evaluation: EvaluationDetailFragment }) {
  const { costs, environment, options } = evaluation;
  const measured: Fact[] = costs
    ? [
        { name: 'To learn, once', value: formatBrief(costs.trainSeconds) },
        { name: 'To answer, each example', value: `${formatValue(costs.predictMilliseconds)} ms` },
        { name: 'Peak memory of the process', value: formatBytes(costs.peakMemoryBytes) },
        { name: 'To be kept', value: formatBytes(costs.storedBytes) },
        { name: 'Set by hand', value: formatMany(costs.optionsByHand, 'option') },
      ]
    : [];
  const where: Fact[] = environment
    ? [
        { name: 'Measured on', value: `${environment.cpu}, ${formatBytes(environment.memoryBytes)}` },
        { name: 'Backend', value: environment.backend, strong: !environment.native },
      ]
    : [];
  const set = options.map(({ label, value, isDefault }) => ({ name: label, value, strong: !isDefault }));
  return <Facts facts={[...set, ...measured, ...where]} />;
}
