import { paceFrom } from './pace.js';

export interface Step {
  readonly title: string;
  /** Estimated, on an ordinary machine. */
  readonly seconds: number;
  /** What must have been done for it. */
  readonly needs?: Step;
  /** Yields where it can be cut, with what it is doing, if that is to be shown. */
  readonly work: () => AsyncGenerator<string | undefined, void>;
}

type Tell = (doing: string, secondsLeft: number) => Promise<void>;

/** Takes those steps that fit in the time from `begun` on, in their order; what does not end in time is cut. */
export async function takeSteps(
  steps: readonly Step[],
  tell: Tell,
  { begun, clock }: { readonly begun: number; readonly clock: () => number },
): Promise<void> {
  const pace = paceFrom(begun, clock);
  const done = new Set<Step>();
  const isReady = ({ needs }: Step) => !needs || done.has(needs);
  const least = (step: Step) => {
    const after = steps.filter(({ needs }) => needs === step).map(({ seconds }) => seconds);
    return step.seconds + (after.length > 0 ? Math.min(...after) : 0);
  };
  for (const [i, step] of steps.entries()) {
    if (!isReady(step) || !pace.fits(least(step))) continue;
    const left = () => pace.left(steps.slice(i).reduce((sum, { seconds }) => sum + seconds, 0));
    await tell(step.title, left());
    const from = clock();
    const working = step.work();
    let { done: ended, value } = await working.next();
    while (!ended && !pace.isOver()) {
      if (value) await tell(value, left());
      ({ done: ended, value } = await working.next());
    }
    pace.did(step.seconds, from);
    if (ended) done.add(step);
    else await working.return();
  }
}
