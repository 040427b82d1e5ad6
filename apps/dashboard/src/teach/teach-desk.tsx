'use client';
import { type FormEvent, useState } from 'react';
import type { PredictInput, TaughtModelFragment } from '@/generated/graphql';
import { TryImage } from '@/try/try-image';
import { TryText } from '@/try/try-text';
import { Button, ButtonLink } from '@/ui/button';
import { INPUT } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { LiveAnswer } from './live-answer';
import { LiveCamera } from './live-camera';
import { SaveLesson } from './save-lesson';
import { type Shown, TaughtClass } from './taught-class';
import { useAnswers } from './use-answers';
import { useDroppedExamples } from './use-dropped-examples';
import { type Teaching, useTeaching } from './use-teaching';

/** Classes with their examples on one side, what the model makes of something new on the other. */
export function TeachDesk({ start }: { start: TaughtModelFragment }) {
  const teaching = useTeaching(start);
  const { model, busy, problem, add, correct, named, startOver } = teaching;
  const modality = start.input.modality === 'TEXT' ? 'TEXT' : 'IMAGE';
  const shown = shownExamples(teaching);
  const classes = [...new Set([...(model?.classes ?? []), ...shown.keys(), ...named])];
  const { ask, answer, problem: unanswered, rate } = useAnswers(model?.id ?? null);
  const teach = (name: string, input: PredictInput) => void add({ class: name, input });
  const { drop, left } = useDroppedExamples(modality, add);
  const onAsk = (input: PredictInput | null) => void (input && ask(input));
  return (
    <div {...drop(null)} className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Section title="Classes">
        {problem && <ProblemNote problem={problem} title="This was not taught" className="mb-3" />}
        {left && (
          <ProblemNote
            problem={{ code: 'DATA_FORMAT', message: left }}
            title="Some files were not taught"
            className="mb-3"
          />
        )}
        <ul aria-label="Classes" className="border-t">
          {classes.map((name) => (
            <TaughtClass
              key={name}
              name={name}
              modality={modality}
              examples={shown.get(name) ?? []}
              onAdd={(input) => teach(name, input)}
              onForget={(index) => void correct(index, null)}
              drop={drop(name)}
            />
          ))}
        </ul>
        <NewClass onName={teaching.nameClass} taken={classes} />
        <p className="mt-3 text-muted" aria-live="polite">
          {busy
            ? 'Learning…'
            : model
              ? `It knows ${model.classes.length} classes.`
              : 'It answers once two classes have an example. Drop files on a class, or a folder for each class here.'}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          {model && (
            <ButtonLink look="primary" href={`/models/${model.id}`}>
              Open the model
            </ButtonLink>
          )}
          {model && teaching.isWhole && <SaveLesson given={teaching.given} onSaved={teaching.markSaved} />}
          {startOver && (
            <Button look="quiet" disabled={busy} onClick={startOver}>
              Start over
            </Button>
          )}
        </div>
      </Section>
      <Section title="What it makes of something new">
        {modality === 'IMAGE' ? (
          <LiveCamera classes={classes} onTeach={teach} ask={model ? ask : undefined} />
        ) : (
          <TryText onInput={onAsk} />
        )}
        <div className="my-5">
          {unanswered && <ProblemNote problem={unanswered} title="No answer" />}
          {model && <LiveAnswer answer={answer} rate={rate} classes={classes} onCorrect={teach} />}
        </div>
        {modality === 'IMAGE' && <TryImage onInput={onAsk} />}
      </Section>
    </div>
  );
}

function NewClass({ onName, taken }: { onName: (name: string) => void; taken: readonly string[] }) {
  const [name, setName] = useState('');
  const own = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onName(own);
    setName('');
  };
  return (
    <form onSubmit={submit} className="mt-3 flex gap-2">
      <input
        aria-label="Name of a new class"
        placeholder="Name of a new class"
        value={name}
        maxLength={255}
        onChange={(event) => setName(event.target.value)}
        className={`${INPUT} min-w-0 flex-1 sm:max-w-64`}
      />
      <Button type="submit" disabled={own === '' || taken.includes(own)}>
        Add class
      </Button>
    </form>
  );
}

/** The examples of each class as the server has them, and before that as they were given. */
function shownExamples({ model, given }: Teaching): Map<string, Shown[]> {
  const all: { class: string; shown: Shown }[] = model?.lesson
    ? model.lesson.toReversed().map(({ index, class: name, imageUrl, text }) => ({
        class: name,
        shown: { key: `${index}`, index, image: imageUrl, text },
      }))
    : given.map(({ class: name, input }, i) => ({
        class: name,
        shown: { key: `given ${i}`, index: null, image: input.image ?? null, text: input.text ?? null },
      }));
  const byClass = new Map<string, Shown[]>();
  for (const { class: name, shown } of all) byClass.set(name, [...(byClass.get(name) ?? []), shown]);
  return byClass;
}
