'use client';
import { print } from 'graphql';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import type { CandidateInput, DataSetCardFragment, ProtocolInput } from '@/generated/graphql';
import { asCurl, asGraphQL } from '@/graphql/as-text';
import { problemOf } from '@/graphql/problem';
import { StartModelsQuery } from '@/new-run/new-run.operations';
import { useSettings } from '@/shell/settings';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { type Candidate, type CandidateMethod, candidateInput } from './candidate';
import { CandidateRow } from './candidate-row';
import { DataSetsChoice } from './data-sets-choice';
import { ProtocolChoice } from './protocol-choice';
import { type ProtocolKind, protocolInput } from './protocol-form';
import { StartEvaluation, StartStudy } from './start-study.operations';

type Props = {
  methods: CandidateMethod[];
  dataSets: DataSetCardFragment[];
  first: { versionId: string | null; modelId: string | null };
};

/** Candidates, how they are scored, on what: a study, or of a single candidate an evaluation. */
export function NewStudyForm({ methods, dataSets, first }: Props) {
  const router = useRouter();
  const { apiOrigin, needsToken } = useSettings();
  const [versionIds, setVersions] = useState(first.versionId ? [first.versionId] : []);
  const [kind, setKind] = useState<ProtocolKind>('crossValidation');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [seed, setSeed] = useState('1');
  const [name, setName] = useState('');
  const heads = ['CENTROID', 'RIDGE', 'LOGISTIC'];
  const [candidates, setCandidates] = useState<Candidate[]>(
    heads.map((method, key) => ({ key, method, modelId: first.modelId, texts: {} })),
  );
  const data = dataSets.find(({ latest }) => latest.id === versionIds[0]);
  const [{ data: found }] = useQuery({
    query: StartModelsQuery,
    variables: { modality: data?.modality ?? undefined },
    pause: !data?.modality,
  });
  const models = (data && found?.models.nodes) || [];
  const [studied, startStudy] = useMutation(StartStudy);
  const [evaluated, startEvaluation] = useMutation(StartEvaluation);
  const alone = candidates.length === 1 && versionIds.length === 1;
  const protocol = protocolInput(kind, texts, seed, alone);
  const sent = candidates.map((candidate) => {
    // A model of other data cannot be meant.
    const modelId = models.some(({ id }) => id === candidate.modelId) ? candidate.modelId : null;
    const own = { ...candidate, modelId };
    return { own, ...candidateInput(own, methods.find((each) => each.name === own.method)?.options ?? []) };
  });
  const inputs = sent.map(({ input }) => input) as CandidateInput[];
  const scored = protocol.input as ProtocolInput;
  const missing =
    versionIds.length === 0
      ? 'Choose a data set'
      : protocol.wrong.length > 0
        ? 'Mend the fields that are marked'
        : (sent.find(({ wrong }) => wrong)?.wrong ?? null);
  const study = { name: name.trim() || undefined, versionIds, protocol: scored, candidates: inputs };
  const variables = alone
    ? { input: { versionId: versionIds[0] ?? '', protocol: scored, candidate: inputs[0] as CandidateInput } }
    : { input: study };
  const mutation = print(alone ? StartEvaluation : StartStudy);
  const onStart = async () => {
    if ('candidate' in variables.input) {
      const { data: started } = await startEvaluation({ input: variables.input });
      if (started) router.push(`/evaluations/${started.startEvaluation.id}`);
      return;
    }
    const { data: started } = await startStudy({ input: study });
    if (started) router.push(`/studies/${started.startStudy.id}`);
  };
  const change = (next: Candidate) =>
    setCandidates(candidates.map((each) => (each.key === next.key ? next : each)));
  const add = (method: string) => {
    const key = Math.max(-1, ...candidates.map((each) => each.key)) + 1;
    setCandidates([...candidates, { key, method, modelId: candidates.at(-1)?.modelId ?? null, texts: {} }]);
  };
  const problem = problemOf(studied.error ?? evaluated.error);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <DataSetsChoice dataSets={dataSets} chosen={versionIds} onChange={setVersions} />
      <ProtocolChoice
        {...{ kind, texts, seed, alone }}
        wrong={protocol.wrong}
        onKind={setKind}
        onTexts={setTexts}
        onSeed={setSeed}
      />
      <fieldset className="border-t pt-4 pb-4">
        <legend className="float-left mb-1 w-full font-semibold">Candidates</legend>
        <p className="clear-both text-muted">
          All meet the same units, so that they are compared in pairs. Two to twenty make a study, one alone
          an evaluation.
        </p>
        <ul className="mt-2 border-t">
          {sent.map(({ own }, i) => (
            <CandidateRow
              key={own.key}
              number={i + 1}
              candidate={own}
              methods={methods}
              models={models}
              onChange={change}
              onRemove={
                candidates.length > 1
                  ? () => setCandidates(candidates.filter(({ key }) => key !== own.key))
                  : null
              }
            />
          ))}
        </ul>
        <Button
          className="mt-3"
          disabled={candidates.length >= 20}
          onClick={() =>
            add(methods.find((each) => !candidates.some((c) => c.method === each.name))?.name ?? 'RIDGE')
          }
        >
          <Plus aria-hidden />
          Add a candidate
        </Button>
      </fieldset>
      {!alone && (
        <TextField
          label="Name"
          hint="Made from the data sets when left empty."
          value={name}
          maxLength={160}
          onChange={(event) => setName(event.target.value)}
          className="sm:w-96"
        />
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2 border-t pt-4">
        <span className="mr-auto text-muted">The same from a program of yours:</span>
        <CopyButton label="Copy as GraphQL" text={() => asGraphQL(mutation, variables)} />
        <CopyButton label="Copy as curl" text={() => asCurl(apiOrigin, mutation, variables, needsToken)} />
      </div>
      {problem && <ProblemNote problem={problem} className="mt-4" />}
      <div className="sticky bottom-14 z-20 -mx-4 mt-4 flex flex-wrap items-center justify-end gap-4 border-t bg-canvas px-4 py-3 lg:bottom-0 lg:-mx-8 lg:px-8">
        <p className="text-muted" aria-live="polite">
          {missing ?? (alone ? 'One candidate.' : `${candidates.length} candidates.`)}
        </p>
        <Button
          look="primary"
          disabled={missing !== null || studied.fetching || evaluated.fetching}
          onClick={() => void onStart()}
        >
          {alone ? 'Start evaluation' : 'Start study'}
        </Button>
      </div>
    </form>
  );
}
