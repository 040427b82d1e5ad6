'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { ClassPicker } from '@/data/edit/class-picker';
import { useEdit } from '@/data/edit/use-edit';
import { WaitingNote } from '@/data/edit/waiting-note';
import { ExampleContent } from '@/data/example-content';
import { formatMany } from '@/format/number';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { ClassKeys } from './class-keys';
import { Help } from './help';
import { keepAnswers } from './kept-answers';
import type { Labelling } from './labelling-page';
import { useLabelling } from './use-labelling';

/** Keys of classes, in order. */
const KEYS = '1234567890';

/** One example with the classes on keys, and what each answer has done for the head. */
export function LabelDesk({ labelling: { id, version } }: { labelling: Labelling }) {
  const router = useRouter();
  const { answers, step, before, first, error, retry, answer, undo } = useLabelling(id);
  const [added, setAdded] = useState<string[]>([]);
  const { edit, saving, problem } = useEdit(({ number, dataSet }) => {
    keepAnswers(id, []);
    router.push(`/data/${dataSet.id}?version=${number}`);
  });
  const other = useRef<HTMLInputElement>(null);
  const shown = step?.next[0];
  const names = [...version.classes.nodes.map(({ name }) => name), ...added];
  // With more classes than keys, the likeliest ones have the keys.
  const keyed =
    names.length <= KEYS.length
      ? names
      : (shown?.probabilities.map((one) => one.class).slice(0, KEYS.length) ?? []);
  const choose = (name: string) => {
    if (!names.includes(name) && version.classes.totalCount <= 100) setAdded([...added, name]);
    answer(name);
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return;
      const name = keyed[KEYS.indexOf(event.key)];
      if (name !== undefined) choose(name);
      else if (event.key === 'u' || event.key === 'Backspace') undo();
      else if (event.key === 'o') other.current?.focus();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  const save = () => {
    const relabel = answers.map(({ exampleId, class: name }) => ({ exampleId, class: name }));
    const addClasses = [...new Set(answers.map((one) => one.class))];
    const note = `Labelled ${formatMany(answers.length, 'example')}`;
    return edit({ versionId: version.id, note, relabel, addClasses });
  };
  return (
    <Answer data={step} error={error} retry={retry} rows={8}>
      {(current) => (
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_320px]">
          <section aria-label="Example to label" aria-live="polite">
            {shown ? (
              <ExampleContent example={shown.example} />
            ) : (
              <p className="py-8 text-center font-medium">All examples have a label. Save them.</p>
            )}
          </section>
          <div className="space-y-5">
            {shown && (
              <ClassKeys names={keyed} keys={KEYS} probabilities={shown.probabilities} onChoose={choose} />
            )}
            {shown && names.length < 2 && (
              <p className="text-muted">Type what this example is. Each class that you name gets a key.</p>
            )}
            {shown && (
              <ClassPicker
                versionId={version.id}
                label="Another class (o)"
                verb="Label"
                fieldRef={other}
                onPick={(name) => {
                  choose(name);
                  other.current?.blur();
                }}
              />
            )}
            <Help step={current} before={before} first={first} />
            <div className="flex flex-wrap gap-2">
              <Button disabled={answers.length === 0} onClick={undo}>
                Undo (u)
              </Button>
              <Button look="primary" disabled={answers.length === 0 || saving} onClick={() => void save()}>
                Save {formatMany(answers.length, 'label')}
              </Button>
            </div>
            <WaitingNote versionId={version.id} />
            {problem && <ProblemNote problem={problem} title="Nothing was saved" />}
          </div>
        </div>
      )}
    </Answer>
  );
}
