'use client';
import { formatCount, formatMany, formatShare } from '@/format/number';
import type { ModelRowFragment } from '@/generated/graphql';
import { kindOf } from '@/models/kind-of';
import { useChosenInView } from '@/ui/scroll/use-chosen-in-view';

/** What is shown of a model. */
type Shown = Pick<
  ModelRowFragment,
  | 'id'
  | 'name'
  | 'technique'
  | 'classes'
  | 'isMetaModel'
  | 'isEncoder'
  | 'parameterCount'
  | 'report'
  | 'version'
>;

type Props = {
  /** Null while they are asked for. */
  models: readonly Shown[] | null;
  chosen: string | null;
  onChoose: (modelId: string | null) => void;
  /** What a run without one does. */
  without: string;
};

/** The trained models that a run can start from, each as a radio button. */
export function ModelChoice({ models, chosen, onChoose, without }: Props) {
  const isListed = models?.some(({ id }) => id === chosen) ?? false;
  const list = useChosenInView(chosen, isListed);
  return (
    <fieldset className="border-t pt-4 pb-6">
      <legend className="float-left mb-3 w-full font-semibold">
        Model to start from<span className="font-normal text-muted">, optional</span>
      </legend>
      <div className="clear-both">
        <div ref={list} className="relative max-h-64 overflow-y-auto border-y">
          <Choice name="None" under={without} checked={chosen === null} onChoose={() => onChoose(null)} />
          {models?.map((model) => (
            <Choice
              key={model.id}
              name={model.name}
              under={described(model)}
              checked={model.id === chosen}
              onChoose={() => onChoose(model.id)}
            />
          ))}
          {models === null && <p className="py-3 text-muted">Loading…</p>}
        </div>
      </div>
    </fieldset>
  );
}

const described = (model: Shown): string =>
  [
    model.isMetaModel ? kindOf(model) : formatMany(model.classes.length, 'class', 'classes'),
    `${formatCount(model.parameterCount)} parameters`,
    ...(model.version ? [model.version.dataSet.name] : []),
    ...(model.report ? [`test accuracy ${formatShare(model.report.accuracy)}`] : []),
  ].join(', ');

type ChoiceProps = { name: string; under: string; checked: boolean; onChoose: () => void };

function Choice({ name, under, checked, onChoose }: ChoiceProps) {
  return (
    <label
      className={`flex cursor-pointer items-center gap-3 border-b px-2 py-2 last:border-0 ${checked ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
    >
      <input
        type="radio"
        name="start-model"
        checked={checked}
        onChange={onChoose}
        aria-label={`Start from ${name}`}
        className="accent-accent"
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-[12px] text-muted">{under}</span>
      </span>
    </label>
  );
}
