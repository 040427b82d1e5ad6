'use client';
import { useState } from 'react';
import { useMutation } from 'urql';
import { IfChanging } from '@/access/if-making';
import { formatShare } from '@/format/number';
import { problemOf } from '@/graphql/problem';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { SetSureness } from './model.operations';
import { surenessText } from './sureness-text';

type Point = { answered: number; accuracy: number };
type Props = {
  model: { id: string; answered: number | null } & Parameters<typeof surenessText>[0];
  points: Point[];
};

/** A slider from “always answer” to “answer only when sure”, with what held-out examples say of each place. */
export function SurenessSection({ model, points }: Props) {
  const { id, answered } = model;
  const [saved, save] = useMutation(SetSureness);
  const [place, setPlace] = useState(() => placeOf(points, answered ?? 1));
  const point = points[place];
  if (!point) return null;
  const problem = problemOf(saved.error);
  const changed = placeOf(points, answered ?? 1) !== place;
  return (
    <Section title="Answer only when sure">
      <p className="mb-3 max-w-[72ch] text-muted">
        Where the model is less sure than this, it says “none of these”: on this dashboard, in files and for
        programs. {surenessText(model)} The figures are of examples that were held out while it was trained.
      </p>
      <label className="flex max-w-xl flex-wrap items-center gap-3">
        <span className="text-muted">Always</span>
        <input
          type="range"
          min={0}
          max={points.length - 1}
          value={place}
          onChange={({ target }) => setPlace(Number(target.value))}
          aria-label="How sure it must be"
          aria-valuetext={`answers ${formatShare(point.answered)}, right ${formatShare(point.accuracy)}`}
          className="min-w-40 flex-1 accent-accent"
        />
        <span className="text-muted">Only when sure</span>
      </label>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <p>
          Answers <strong className="font-semibold">{formatShare(point.answered)}</strong> of known examples;{' '}
          <strong className="font-semibold">{formatShare(point.accuracy)}</strong> of these answers are right.
        </p>
        <IfChanging>
          <Button
            disabled={!changed || saved.fetching}
            onClick={() => void save({ id, answered: place === 0 ? null : point.answered })}
          >
            {saved.fetching ? 'Saving…' : 'Save'}
          </Button>
        </IfChanging>
      </div>
      {problem && <ProblemNote problem={problem} title="It was not saved" className="mt-3" />}
    </Section>
  );
}

/** The place of the point whose share is nearest. */
export const placeOf = (points: readonly Point[], answered: number): number =>
  points.reduce(
    (best, point, at) =>
      Math.abs(point.answered - answered) < Math.abs(points[best]!.answered - answered) ? at : best,
    0,
  );
