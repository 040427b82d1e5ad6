import { formatShare } from '@/format/number';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import type { SharedAnswer } from './ask-shared';
import type { Asked } from './use-shared-answers';

type Props = { asked: Asked; kept: string; onServer: (photo: File) => void };

/** What came of a question; what this device cannot answer is sent to the server only by a press. */
export function ShareAnswer({ asked, kept, onServer }: Props) {
  switch (asked.state) {
    case 'NOTHING':
      return null;
    case 'WAITING':
      return <Waiting {...asked} />;
    case 'NOT_HERE':
      return (
        <div className="space-y-2">
          <p>{asked.why} It was not sent to the server.</p>
          <Button onClick={() => onServer(asked.photo)}>Ask the server instead</Button>
          <p className="text-[12px] text-muted">Then this photo leaves your device. {kept}</p>
        </div>
      );
    case 'ANSWERED': {
      const { value, problem } = asked.outcome;
      return problem ? <ProblemNote problem={problem} title="No answer" /> : <Answer answer={value} />;
    }
  }
}

/** Screen readers are told once, not at every step. */
const Waiting = ({ share }: { share: number | null }) => (
  <p className="text-muted">
    Predicting…{share !== null && share > 0 && <span aria-hidden> {formatShare(share)}</span>}
  </p>
);

/** The class and how sure the model is, then the next likely ones. */
function Answer({ answer }: { answer: SharedAnswer }) {
  const { class: name, probability: own, noneOfThese, probabilities } = answer;
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
