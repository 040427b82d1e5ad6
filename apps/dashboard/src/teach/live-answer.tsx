import type { PredictInput } from '@/generated/graphql';
import { Probabilities } from '@/try/probabilities';
import { Button } from '@/ui/button';
import type { useAnswers } from './use-answers';

type Props = Pick<ReturnType<typeof useAnswers>, 'answer' | 'rate'> & {
  classes: readonly string[];
  onCorrect: (name: string, input: PredictInput) => void;
};

/** The newest answer, and one press to say what it is instead. */
export function LiveAnswer({ answer, rate, classes, onCorrect }: Props) {
  const others = classes.filter((name) => name !== answer?.prediction.class);
  return (
    <section aria-label="Answer" aria-live="off">
      <Probabilities prediction={answer?.prediction ?? null} waiting={false} />
      {rate !== null && <p className="text-[12px] text-muted">{rate.toFixed(1)} answers per second</p>}
      {answer && others.length > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <span className="text-muted">No, this is</span>
          {others.map((name) => (
            <Button key={name} onClick={() => onCorrect(name, answer.input)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
