'use client';
import { useEffect, useState } from 'react';
import { Loading } from '@/ui/loading';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { type Outcome, readShared, type SharedModel } from './ask-shared';
import { ShareAnswer } from './share-answer';
import { ShareInput } from './share-input';
import { SlowDevice } from './slow-device';
import { useDeviceModel } from './use-device-model';
import { useSharedAnswers } from './use-shared-answers';

/** Asks a shared model: for people who only have its address, mostly on phones. */
export function SharePage({ name }: { name: string }) {
  const [model, setModel] = useState<Outcome<SharedModel> | null>(null);
  const loaded = useDeviceModel(name, model?.value?.onDevice ?? null);
  const { asked, ask, askServer, askServerFromNowOn, device, isSlow } = useSharedAnswers(name, loaded);
  useEffect(() => void readShared(name).then(setModel), [name]);
  const kept = model?.value?.keepsInputs
    ? 'What you send is answered, and some of it is kept, so that people who made this page can look at it and improve the model.'
    : 'What you send is answered and not kept.';
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col gap-5 px-4 py-6">
      <PageTitle title={name} />
      <h1 className="text-xl font-semibold break-words">{name}</h1>
      {!model && <Loading rows={3} />}
      {model?.problem && <ProblemNote problem={model.problem} title="This page is not available" />}
      {model?.value && (
        <>
          <ShareInput model={model.value} onInput={ask} />
          <section aria-label="Answer" aria-live="polite">
            <ShareAnswer asked={asked} kept={kept} onServer={(photo) => void askServer(photo)} />
          </section>
          {isSlow && <SlowDevice asked={asked} kept={kept} onServer={askServerFromNowOn} />}
          <p className="mt-auto pt-6 text-[12px] text-muted">
            A model made with Kshot.{' '}
            {device ? 'It answers on this device: your photos stay here, unless you ask the server.' : kept}
          </p>
        </>
      )}
    </main>
  );
}
