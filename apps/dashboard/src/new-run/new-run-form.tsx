'use client';
import { print } from 'graphql';
import { Compass } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DataSetCardFragment, Technique } from '@/generated/graphql';
import { asCurl, asGraphQL } from '@/graphql/as-text';
import { trainsModel } from '@/runs/is-solved';
import { useSettings } from '@/shell/settings';
import { ButtonLink } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { DataSetChoice } from './data-set-choice';
import { EstimateBar } from './estimate-bar';
import type { FirstChoice } from './first-choice';
import { type Method, MethodChoice } from './method-choice';
import { ModelChoice } from './model-choice';
import { OptionGroups } from './option-groups';
import { collectOptions, type OptionTexts } from './option-text';
import { SplitChoice } from './split-choice';
import { missingWord, startInput } from './start-input';
import { suggestedTexts, suitedOptions } from './suit-options';
import { techniqueForm } from './technique';
import { TechniqueChoice } from './technique-choice';
import { useTrainPreview } from './train/use-train-preview';
import { useDataSets } from './use-data-sets';
import { useStart } from './use-start';
import { useStartModels } from './use-start-models';

type Wanted = Partial<Record<Technique, { modelId?: string | null; method?: string | null }>>;

type Props = { methods: Method[]; dataSets: DataSetCardFragment[]; first: FirstChoice };

export function NewRunForm({ methods, dataSets: listed, first }: Props) {
  const { apiOrigin, needsToken } = useSettings();
  const [technique, setTechnique] = useState(first.technique);
  const [{ versionId, splitId }, setData] = useState({ versionId: first.versionId, splitId: first.splitId });
  // A choice for one technique is none for another.
  const [wanted, setWanted] = useState<Wanted>({
    [first.technique]: { modelId: first.modelId, method: first.method },
  });
  const [name, setName] = useState('');
  // Techniques share names of options, not what is right for them.
  const [allTexts, setAllTexts] = useState<Partial<Record<Technique, OptionTexts>>>({
    [first.technique]: first.texts,
  });
  const own = wanted[technique] ?? {};
  const choose = (choice: Wanted[Technique]) => setWanted({ ...wanted, [technique]: { ...own, ...choice } });
  const dataSets = useDataSets(listed, versionId);
  const data = dataSets.find(({ latest }) => latest.id === versionId);
  const models = useStartModels(technique === 'PRETRAIN' ? null : (data?.modality ?? null));
  const starterId = useTrainPreview(technique === 'TRANSFER' ? versionId : null)?.starter?.id;
  // A model of other data cannot be meant. A transfer begins as Train does, unless another model or none is chosen.
  const modelId =
    models?.find(({ id }) => id === own.modelId)?.id ?? (own.modelId === null ? null : starterId) ?? null;
  const mine = methods.filter(
    (each) =>
      each.technique === technique &&
      (!data?.modality || each.modalities.includes(data.modality)) &&
      (modelId !== null || !trainsModel(each.name)),
  );
  const methodName = own.method ?? techniqueForm(technique).method;
  const method = (mine.find((each) => each.name === methodName) ?? mine[0]) as Method;
  const { options, texts, collected } = useMemo(() => {
    const given = {
      technique,
      method: method.name,
      modality: data?.modality ?? null,
      classCount: data?.latest.classCount ?? null,
      hasModel: modelId !== null,
    };
    const suited = suitedOptions(method.options, given);
    const shown = { ...suggestedTexts(given), ...allTexts[technique] };
    return { options: suited, texts: shown, collected: collectOptions(suited, shown) };
  }, [technique, method, data, modelId, allTexts]);
  const chosen = useMemo(
    () => ({ technique, method: method.name, versionId, splitId, modelId, name, options: collected.input }),
    [technique, method, versionId, splitId, modelId, name, collected],
  );
  const input = useMemo(() => startInput(chosen), [chosen]);
  const missing = missingWord(chosen, Object.keys(collected.errors).length);
  const { estimate, problem, starting, start } = useStart(technique, input, missing);
  const mutation = print(techniqueForm(technique).start);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <TechniqueChoice chosen={technique} onChoose={setTechnique} />
      <DataSetChoice
        dataSets={dataSets}
        chosen={versionId}
        onChoose={(id) => setData({ versionId: id, splitId: null })}
      />
      {versionId && technique !== 'META' && (
        <SplitChoice
          versionId={versionId}
          chosen={splitId}
          onChoose={(id) => setData({ versionId, splitId: id })}
        />
      )}
      {versionId && (
        <p className="-mt-4 pb-6">
          <ButtonLink href={`/advisor?version=${versionId}`}>
            <Compass aria-hidden />
            Not sure what suits it? Ask the advisor
          </ButtonLink>
        </p>
      )}
      {technique !== 'PRETRAIN' && data && (
        <ModelChoice
          models={models}
          chosen={modelId}
          onChoose={(id) => choose({ modelId: id })}
          without={
            technique === 'META'
              ? 'Its backbone is trained from nothing.'
              : 'The head is fitted on the examples themselves.'
          }
        />
      )}
      <MethodChoice
        methods={mine}
        method={method}
        onChoose={(next) => choose({ method: next })}
        runName={name}
        onRunName={setName}
      />
      <OptionGroups
        options={options}
        texts={texts}
        errors={collected.errors}
        onChange={(next) =>
          setAllTexts({ ...allTexts, [technique]: changedTexts(texts, next, allTexts[technique]) })
        }
      />
      {options.length === 0 && (
        <p className="border-t pt-4 text-muted">It is solved at once and has nothing to set.</p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-2 border-t pt-4">
        <span className="mr-auto text-muted">The same run from a program of yours:</span>
        <CopyButton label="Copy as GraphQL" text={() => asGraphQL(mutation, { input })} />
        <CopyButton label="Copy as curl" text={() => asCurl(apiOrigin, mutation, { input }, needsToken)} />
      </div>
      <EstimateBar
        estimate={estimate}
        missing={missing}
        problem={problem}
        starting={starting}
        onStart={() => void start()}
      />
    </form>
  );
}

/** The user's own texts with what just changed; a suggestion stays one until it is touched. */
function changedTexts(shown: OptionTexts, next: OptionTexts, own: OptionTexts = {}): OptionTexts {
  const touched = Object.entries(next).filter(([name, text]) => shown[name] !== text);
  return { ...own, ...Object.fromEntries(touched) };
}
