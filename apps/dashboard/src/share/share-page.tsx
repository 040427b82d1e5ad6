'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Loading } from '@/ui/loading';
import { PageTitle } from '@/ui/page-title';
import { ProblemNote } from '@/ui/problem-note';
import {
  askShared,
  type Outcome,
  readShared,
  type SharedAnswer,
  type SharedInput,
  type SharedModel,
} from './ask-shared';
import { ShareAnswer } from './share-answer';
import { ShareInput } from './share-input';
import { useDeviceAnswers } from './use-device-answers';

/** Asks a shared model: for people who only have its address, mostly on phones. */
export function SharePage({ name }: { name: string }) {
  const [model, setModel] = useState<Outcome<SharedModel> | null>(null);
  const [answer, setAnswer] = useState<Outcome<SharedAnswer> | 'waiting' | null>(null);
  const asked = useRef(0);
  const device = useDeviceAnswers(name, model?.value?.onDevice ?? null);
  useEffect(() => void readShared(name).then(setModel), [name]);
  const ask = useCallback(
    async (input: SharedInput | null) => {
      asked.current += 1;
      const own = asked.current;
      setAnswer(input && 'waiting');
      if (!input) return;
      const given = (input instanceof File && (await device?.(input))) || (await askShared(name, input));
      // An answer to an earlier question never stands beside a newer one.
      if (own === asked.current) setAnswer(given);
    },
    [name, device],
  );
  const onInput = useCallback((input: SharedInput | null) => void ask(input), [ask]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-5 px-4 py-6">
      <PageTitle title={name} />
      <h1 className="text-xl font-semibold break-words">{name}</h1>
      {!model && <Loading rows={3} />}
      {model?.problem && <ProblemNote problem={model.problem} title="This page is not available" />}
      {model?.value && (
        <>
          <ShareInput model={model.value} onInput={onInput} />
          <section aria-label="Answer" aria-live="polite">
            <ShareAnswer answer={answer} />
          </section>
          <p className="mt-auto pt-6 text-[12px] text-muted">
            A model made with Kshot.{' '}
            {device
              ? 'It answers on this device: your photos stay here.'
              : model.value.keepsInputs
                ? 'What you send is answered, and some of it is kept, so that people who made this page can look at it and improve the model.'
                : 'What you send is answered and not kept.'}
          </p>
        </>
      )}
    </main>
  );
}
