import { formatShare } from '@/format/number';
import { ProblemNote } from '@/ui/problem-note';
import type { Outcome, SharedAnswer } from './ask-shared';

/** The class and how sure the model is, then the next likely ones. */
export function ShareAnswer({ answer }: { answer: Outcome<SharedAnswer> | 'waiting' | null }) {
  if (answer === null) return null;
  if (answer === 'waiting') return <p className="text-muted">Predicting…</p>;
  if (answer.problem) return <ProblemNote problem={answer.problem} title="No answer" />;
  const { class: name, probability: own, noneOfThese, probabilities } = answer.value;
  const others = probabilities.filter((one) => one.class !== name);
  return (
    <>
      <p className="text-2xl leading-8 font-semibold tracking-tight break-words">
        {noneOfThese ? 'None of these' : name}
      </p>
      <p className="text-muted">
        {noneOfThese
          ? `It is not sure enough; the least unlikely is ${name}.`
          : `Confidence ${formatShare(own)}`}
      </p>
      {others.length > 0 && (
        <ol aria-label="Other classes" className="mt-3 divide-y border-y">
          {others.map(({ class: other, probability }) => (
            <li key={other} className="flex min-h-8 items-center justify-between gap-4 text-muted">
              <span className="truncate">{other}</span>
              <span>{formatShare(probability)}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
