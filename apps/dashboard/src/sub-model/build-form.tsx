'use client';
import { print } from 'graphql';
import { Hammer, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMutation } from 'urql';
import { asGraphQL } from '@/graphql/as-text';
import { problemOf } from '@/graphql/problem';
import type { Model } from '@/models/model-page';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { TextField } from '@/ui/field';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page/page-header';
import { PageTitle } from '@/ui/page/page-title';
import { ProblemNote } from '@/ui/problem-note';
import { Section } from '@/ui/section';
import { ClassCard } from './class-card';
import { FitFurther, type Fitting, useFitting } from './fit-further';
import { SampleEpisode } from './sample-episode';
import { BuildSubModel } from './sub-model.operations';
import {
  missingSupport,
  newClass,
  type SupportClass,
  supportInput,
  withClasses,
  withEpisode,
} from './support';

/** New classes with a few examples each; the meta-model makes a classifier of them. */
export function BuildForm({ model }: { model: Model }) {
  const router = useRouter();
  const [classes, setClasses] = useState<SupportClass[]>(() => [newClass(), newClass()]);
  const [open, setOpen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [fitting, setFitting] = useState<Fitting>({ on: false, texts: {} });
  const { options, errors, fit } = useFitting(fitting);
  const [built, build] = useMutation(BuildSubModel);
  const missing =
    missingSupport(classes) ?? (fit && Object.keys(errors).length > 0 ? 'An option is not right yet.' : null);
  const input = {
    metaModelId: model.id,
    ...(name.trim() ? { name: name.trim() } : {}),
    support: supportInput(classes),
    ...(fit ? { fit } : {}),
  };
  const change = (key: string, by: (before: SupportClass) => SupportClass) =>
    setClasses((before) => before.map((each) => (each.key === key ? by(each) : each)));
  const submit = async () => {
    const { data } = await build({ input });
    if (data) router.push(`/models/${data.buildSubModel.id}`);
  };
  const problem = problemOf(built.error);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <PageTitle title={`Build a sub-model of ${model.name}`} />
      <PageHeader
        title="Build a sub-model"
        under={
          <>
            Give a few examples of two or more new classes;{' '}
            <Link href={`/models/${model.id}`} className="text-ink underline underline-offset-2">
              {model.name}
            </Link>{' '}
            makes a model of its own that tells them apart.
          </>
        }
      />
      <Section title="From a data set">
        <SampleEpisode
          model={model}
          onSupport={(drawn, replace) =>
            setClasses((before) => (replace ? withEpisode(before, drawn) : withClasses(before, drawn)))
          }
        />
      </Section>
      <Section title="Classes">
        <ul aria-label="Classes" className="border-t">
          {classes.map((each, index) => (
            <ClassCard
              key={each.key}
              model={model}
              of={each}
              place={index + 1}
              open={open === each.key}
              onOpen={(next) => setOpen(next ? each.key : null)}
              onChange={(by) => change(each.key, by)}
              onRemove={() => setClasses(classes.filter(({ key }) => key !== each.key))}
            />
          ))}
        </ul>
        <Button className="mt-3" onClick={() => setClasses([...classes, newClass()])}>
          <Plus aria-hidden />
          Add a class
        </Button>
      </Section>
      <Section title="Model">
        <div className="mb-4 sm:max-w-80">
          <TextField
            label="Name"
            hint="Optional. Without one it is named for its classes."
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <FitFurther fitting={fitting} onChange={setFitting} options={options} errors={errors} />
      </Section>
      <div className="sticky bottom-14 z-20 -mx-4 border-t bg-canvas px-4 py-3 lg:bottom-0 lg:-mx-8 lg:px-8">
        {problem && <ProblemNote problem={problem} title="No model was built" className="mb-3" />}
        <div className="flex flex-wrap items-center gap-3">
          <p className="mr-auto text-muted" aria-live="polite">
            {missing ?? `Ready: ${classes.length} classes.`}
          </p>
          <CopyButton label="Copy as GraphQL" text={() => asGraphQL(print(BuildSubModel), { input })} />
          <Button
            look="primary"
            className="h-9 px-5 max-sm:w-full"
            disabled={missing !== null || built.fetching}
            onClick={() => void submit()}
          >
            <Hammer aria-hidden />
            {built.fetching ? 'Building…' : 'Build sub-model'}
          </Button>
        </div>
      </div>
    </form>
  );
}
