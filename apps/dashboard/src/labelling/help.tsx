import { formatCount, formatShare } from '@/format/number';
import type { Step } from './use-labelling';

type Props = { step: Step; before: Step | undefined; first: Step | undefined };

/** How good the head is now, and what the last answer and all of them have changed. */
export function Help({ step, before, first }: Props) {
  const { accuracy, testedCount, certainty, leftCount } = step;
  return (
    <dl aria-label="How much the labels help" aria-live="polite" className="space-y-2 border-y py-3">
      {accuracy !== null && accuracy !== undefined && (
        <Line
          name={`Right on ${formatCount(testedCount)} test examples`}
          value={accuracy}
          before={before?.accuracy}
          first={first?.accuracy}
        />
      )}
      <Line
        name="Sure of what is left"
        value={certainty}
        before={before?.certainty}
        first={first?.certainty}
      />
      <div className="flex justify-between gap-4">
        <dt className="text-muted">Left to label</dt>
        <dd>{formatCount(leftCount)}</dd>
      </div>
    </dl>
  );
}

type LineProps = {
  name: string;
  value: number;
  before: number | null | undefined;
  first: number | null | undefined;
};

const Line = ({ name, value, before, first }: LineProps) => (
  <div className="flex justify-between gap-4">
    <dt className="text-muted">{name}</dt>
    <dd className="text-right">
      {formatShare(value)}
      {typeof before === 'number' && (
        <span className="block text-[12px] text-muted">
          {points(value - before)} by the last answer
          {typeof first === 'number' && `, ${points(value - first)} by all`}
        </span>
      )}
    </dd>
  </div>
);

/** 0.0123 → "+1.2", in percentage points. */
const points = (change: number): string => {
  const rounded = Number((100 * change).toFixed(1));
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '±0';
};
