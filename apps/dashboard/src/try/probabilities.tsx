import { formatDuration } from '@/format/duration';
import { formatMany, formatShare } from '@/format/number';

type Prediction = {
  class: string;
  noneOfThese: boolean;
  milliseconds: number;
  probabilities: { class: string; probability: number }[];
};

type Props = {
  prediction: Prediction | null;
  waiting: boolean;
  /** What decides whether the model is sure, in a sentence. */
  sureness?: string;
};

const SHOWN = 12;

/** The likeliest classes as bars, the likeliest first. */
export function Probabilities({ prediction, waiting, sureness }: Props) {
  if (!prediction) {
    return (
      <p className="text-muted">{waiting ? 'Predicting…' : 'The class probabilities will show here.'}</p>
    );
  }
  const sorted = [...prediction.probabilities].sort((a, b) => b.probability - a.probability);
  const rest = sorted.length - SHOWN;
  return (
    <div className={waiting ? 'opacity-60' : ''}>
      <p className="text-muted">The model takes it for</p>
      <p className="text-2xl leading-8 font-semibold tracking-tight">
        {prediction.noneOfThese ? 'none of these' : prediction.class}
      </p>
      <p className="mb-4 text-muted">
        {prediction.noneOfThese
          ? `It is not sure enough; the least unlikely is ${prediction.class}. ${sureness ?? ''}`
          : prediction.class !== sorted[0]?.class && 'Its threshold decides, not the larger probability.'}
      </p>
      <ol aria-label="Class probabilities" className="space-y-1.5">
        {sorted.slice(0, SHOWN).map(({ class: name, probability }) => (
          <li key={name} className="grid grid-cols-[minmax(0,140px)_minmax(0,1fr)_56px] items-center gap-3">
            <span className={`truncate ${name === prediction.class ? 'font-medium' : 'text-muted'}`}>
              {name}
            </span>
            <span className="h-2 rounded-full bg-sunken" aria-hidden="true">
              <span
                className={`block h-2 rounded-full ${name === prediction.class ? 'bg-accent' : 'bg-line-strong'}`}
                style={{ width: `${Math.max(0.5, probability * 100)}%` }}
              />
            </span>
            <span className="text-right">{formatShare(probability)}</span>
          </li>
        ))}
      </ol>
      <p className="mt-4 text-[12px] text-muted">
        {rest > 0 && `${formatMany(rest, 'less likely class', 'less likely classes')} not shown. `}
        Took{' '}
        {prediction.milliseconds < 1000
          ? `${prediction.milliseconds.toFixed(1)} ms`
          : formatDuration(prediction.milliseconds / 1000)}
        .
      </p>
    </div>
  );
}
