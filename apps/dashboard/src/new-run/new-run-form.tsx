'use client';
import { print } from 'graphql';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type {
  DataSetCardFragment,
  PretrainingMethodsQuery,
  StartPretrainingInput,
} from '@/generated/graphql';
import { asCurl, asGraphQL } from '@/graphql/as-text';
import { problemOf } from '@/graphql/problem';
import { useSettings } from '@/shell/settings';
import { CopyButton } from '@/ui/copy-button';
import { TextField } from '@/ui/field';
import { useSettled } from '@/ui/use-settled';
import { DataSetChoice } from './data-set-choice';
import { EstimateBar } from './estimate-bar';
import { EstimateQuery, StartPretraining } from './new-run.operations';
import { OptionGroups } from './option-groups';
import { collectOptions, type OptionTexts } from './option-text';

type Props = {
  method: PretrainingMethodsQuery['methods'][number];
  dataSets: DataSetCardFragment[];
  firstVersion: string | null;
  firstTexts: OptionTexts;
};

export function NewRunForm({ method, dataSets, firstVersion, firstTexts }: Props) {
  const router = useRouter();
  const { apiOrigin, token } = useSettings();
  const [versionId, setVersion] = useState(firstVersion);
  const [name, setName] = useState('');
  const [texts, setTexts] = useState(firstTexts);
  const { input: options, errors } = useMemo(() => collectOptions(method.options, texts), [method, texts]);
  const input = useMemo(
    (): StartPretrainingInput => ({
      versionId: versionId ?? '',
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(Object.keys(options).length > 0 ? { options } : {}),
    }),
    [versionId, name, options],
  );
  const settled = useSettled(input, 250);
  const [estimated] = useQuery({
    query: EstimateQuery,
    variables: { input: settled },
    pause: settled.versionId === '',
    requestPolicy: 'network-only',
  });
  const [started, start] = useMutation(StartPretraining);
  const missing = missingWord(versionId, Object.keys(errors).length);
  const onStart = async () => {
    const { data } = await start({ input });
    if (data) router.push(`/runs/${data.startPretraining.id}`);
  };
  const mutation = print(StartPretraining);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <DataSetChoice dataSets={dataSets} chosen={versionId} onChoose={setVersion} />
      <section
        aria-label="Method"
        className="grid gap-x-6 gap-y-4 border-t pt-4 pb-6 sm:grid-cols-2 xl:grid-cols-3"
      >
        <div className="xl:col-span-2">
          <h2 className="font-semibold">{method.title}</h2>
          <p className="max-w-[64ch] text-muted">
            {method.description} {method.whenToUse}
          </p>
        </div>
        <TextField
          label="Name of the run"
          hint="Optional. Without one it is named for what it does."
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </section>
      <OptionGroups options={method.options} texts={texts} errors={errors} onChange={setTexts} />
      <div className="mt-4 flex flex-wrap items-center gap-2 border-t pt-4">
        <span className="mr-auto text-muted">The same run from a program of yours:</span>
        <CopyButton label="Copy as GraphQL" text={() => asGraphQL(mutation, { input })} />
        <CopyButton
          label="Copy as curl"
          text={() => asCurl(apiOrigin, mutation, { input }, token !== null)}
        />
      </div>
      <EstimateBar
        estimate={estimated.data?.estimatePretraining ?? null}
        missing={missing}
        problem={problemOf(started.error ?? estimated.error)}
        starting={started.fetching}
        onStart={() => void onStart()}
      />
    </form>
  );
}

function missingWord(versionId: string | null, errors: number): string | null {
  if (versionId === null) return 'Choose a data set to see what the run takes.';
  if (errors > 0)
    return errors === 1 ? 'One option is not right yet.' : `${errors} options are not right yet.`;
  return null;
}
