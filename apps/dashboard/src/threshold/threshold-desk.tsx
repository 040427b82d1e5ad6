'use client';
import { useState } from 'react';
import { useMutation } from 'urql';
import { IfChanging } from '@/access/if-making';
import { formatShare } from '@/format/number';
import type { TwoClassesQuery as TwoClassesAnswer } from '@/generated/graphql';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { Field, TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { Select } from '@/ui/select';
import { atThreshold } from './at-threshold';
import { costIn, costsIn, freeMistakeText, typedCosts } from './costs-typed';
import { SetThreshold } from './threshold.operations';
import { ThresholdPlots } from './threshold-plots';
import { ThresholdSentence } from './threshold-sentence';
import { useLeastCost } from './use-least-cost';

type Two = NonNullable<NonNullable<TwoClassesAnswer['model']>['twoClasses']>;
type Props = {
  modelId: string;
  classes: string[];
  two: Two;
  /** The positive class that was saved. */
  saved: string;
  choosePositive: (name: string) => void;
};

/** Costs or a threshold by hand, what they come to, and both curves. */
export function ThresholdDesk({ modelId, classes, two, saved, choosePositive }: Props) {
  const { positive, positives, negatives, points } = two;
  const other = classes.find((name) => name !== positive) ?? '';
  const [byHand, setByHand] = useState(two.costs ? null : two.threshold);
  const [typed, setTyped] = useState(() => typedCosts(two.costs));
  const costs = costsIn(typed);
  const least = useLeastCost(modelId, positive, byHand === null ? costs : null);
  const [result, save] = useMutation(SetThreshold);
  const threshold = byHand ?? least.threshold ?? two.threshold;
  const isChanged =
    positive !== saved ||
    threshold !== two.threshold ||
    !sameCosts(byHand === null ? costs : null, two.costs);
  const isReady = byHand !== null || least.isCurrent;
  const problem = problemOf(result.error ?? least.error);
  const cost = (name: 'miss' | 'falseAlarm', label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      error={costIn(typed[name]) === null ? 'A number from 0 on.' : null}
      inputMode="decimal"
      value={typed[name]}
      onChange={({ target }) => {
        setTyped({ ...typed, [name]: target.value });
        setByHand(null);
      }}
    />
  );
  return (
    <>
      <p className="mb-4 max-w-[72ch] text-muted">
        From this probability on the answer is the class that you look for: on this dashboard, in files and
        for programs. Say what mistakes cost, or move the threshold by hand. Probabilities stay as they are.
      </p>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-3">
        <Field label="Look for" hint={`The other class is ${other}.`}>
          {(props) => (
            <Select
              {...props}
              className="w-full"
              value={positive}
              onChange={({ target }) => choosePositive(target.value)}
            >
              {classes.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          )}
        </Field>
        {cost('miss', 'A miss costs', `${positive} that is not found`)}
        {cost('falseAlarm', 'A false alarm costs', `${other} taken for ${positive}`)}
      </div>
      <label className="mt-4 flex max-w-3xl flex-wrap items-center gap-3">
        <span className="font-medium">Threshold</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={threshold}
          onChange={({ target }) => setByHand(Number(target.value))}
          aria-valuetext={formatShare(threshold)}
          className="min-w-40 flex-1 accent-accent"
        />
        <output className="w-16 text-right">{formatShare(threshold)}</output>
      </label>
      <p className="mt-1 text-[12px] text-muted">
        {byHand !== null
          ? 'Set by hand.'
          : least.isCurrent
            ? 'The mistakes on held-out examples cost least here.'
            : 'No threshold for these costs yet.'}
        {byHand === null && costs && ` ${freeMistakeText(costs, { positive, other }) ?? ''}`}
      </p>
      <div className="mt-3 mb-6 flex flex-wrap items-center gap-x-6 gap-y-3">
        <ThresholdSentence
          {...{ positive, other, positives, negatives, threshold }}
          rates={atThreshold(points, threshold)}
        />
        <IfChanging>
          <Button
            look="primary"
            disabled={!isChanged || !isReady || result.fetching}
            onClick={() =>
              void save({ id: modelId, positive, ...(byHand === null ? { costs } : { threshold }) })
            }
          >
            {result.fetching ? 'Saving…' : 'Save'}
          </Button>
          <Button
            disabled={(two.threshold === 0.5 && two.costs === null) || result.fetching}
            onClick={() => {
              setByHand(0.5);
              void save({ id: modelId });
            }}
          >
            Back to 0.5
          </Button>
        </IfChanging>
      </div>
      {problem && <ProblemNote problem={problem} title="No threshold" className="mb-6" />}
      <ThresholdPlots two={two} other={other} threshold={threshold} />
    </>
  );
}

type Costs = { miss: number; falseAlarm: number } | null;
const sameCosts = (one: Costs, other: Costs): boolean =>
  one?.miss === other?.miss && one?.falseAlarm === other?.falseAlarm;
