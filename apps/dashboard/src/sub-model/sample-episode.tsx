'use client';
import { Dices } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Problem } from '@/graphql/problem';
import type { Model } from '@/models/model-page';
import { useTrainable } from '@/new-run/use-trainable';
import { Button } from '@/ui/button';
import { Field, TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { Select } from '@/ui/select';
import { pickSome } from './pick-some';
import type { SupportClass } from './support';
import { type NamedClass, useClasses } from './use-classes';

type Props = { model: Model; onSupport: (classes: SupportClass[], replace: boolean) => void };

const whole = (text: string, most: number): number | null => {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= most ? value : null;
};

/** Support out of a data set: an episode drawn at random, or classes by name. */
export function SampleEpisode({ model: { input, version }, onSupport }: Props) {
  const { dataSets } = useTrainable();
  const sets = (dataSets ?? []).filter(
    ({ id, modality }) =>
      modality === input.modality &&
      // A table's columns are its own.
      (modality !== 'TABLE' || id === version?.dataSet.id),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const versionId = chosen ?? sets[0]?.latest.id ?? null;
  const [ways, setWays] = useState('5');
  const [shots, setShots] = useState('1');
  const [classes, setClasses] = useState<NamedClass[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [drawing, setDrawing] = useState(false);
  const { allClasses, drawSupport } = useClasses();
  useEffect(() => {
    if (!versionId) return;
    let left = false;
    void allClasses(versionId).then((answer) => {
      if (left) return;
      setClasses(answer.data ?? []);
      setProblem(answer.problem);
    });
    return () => {
      left = true;
    };
  }, [versionId, allClasses]);
  const most = Math.min(50, classes.length);
  const [k, n] = [whole(shots, 100), whole(ways, most)];
  const draw = async (drawn: NamedClass[], replace: boolean) => {
    if (!versionId || k === null) return;
    setDrawing(true);
    const answer = await drawSupport(versionId, drawn, k);
    setDrawing(false);
    setProblem(answer.problem);
    if (answer.data) onSupport(answer.data, replace);
  };
  if (dataSets && sets.length === 0)
    return <p className="text-muted">No data set has such examples. Add classes of your own below.</p>;
  return (
    <div>
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,2fr)_1fr_1fr_auto]">
        <div className="max-sm:col-span-2">
          <Field label="Data set">
            {(props) => (
              <Select
                {...props}
                className="w-full"
                value={versionId ?? ''}
                onChange={(event) => setChosen(event.target.value)}
              >
                {sets.map(({ name, latest }) => (
                  <option key={latest.id} value={latest.id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <TextField
          label="Classes"
          inputMode="numeric"
          value={ways}
          error={n === null && most > 1 ? `1 to ${most}.` : null}
          onChange={(event) => setWays(event.target.value)}
        />
        <TextField
          label="Examples of each"
          inputMode="numeric"
          value={shots}
          error={k === null ? '1 to 100.' : null}
          onChange={(event) => setShots(event.target.value)}
        />
        <Button
          className="max-sm:col-span-2 sm:mt-6"
          disabled={n === null || k === null || drawing}
          onClick={() => void draw(pickSome(classes, n ?? 0, Math.random), true)}
        >
          <Dices aria-hidden />
          {drawing ? 'Sampling…' : 'Sample an episode'}
        </Button>
      </div>
      <div className="mt-3">
        <Field label="Or add a class by name">
          {(props) => (
            <Select
              {...props}
              className="w-full sm:max-w-80"
              value=""
              onChange={(event) => {
                const named = classes.find(({ id }) => id === event.target.value);
                if (named) void draw([named], false);
              }}
            >
              <option value="">Choose a class…</option>
              {classes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {problem && <ProblemNote problem={problem} className="mt-3" />}
    </div>
  );
}
