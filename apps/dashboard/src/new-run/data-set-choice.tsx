'use client';
import { useDeferredValue, useState } from 'react';
import { ExampleStrip } from '@/data/example-strip';
import { isPicture } from '@/data/example-tile';
import { modalityLook } from '@/data/modality';
import { formatCount, formatMany } from '@/format/number';
import type { DataSetCardFragment } from '@/generated/graphql';
import { INPUT } from '@/ui/field';
import { useChosenInView } from '@/ui/scroll/use-chosen-in-view';
import { useTrainable } from './use-trainable';

type Props = {
  dataSets: DataSetCardFragment[];
  chosen: string | null;
  onChoose: (versionId: string) => void;
};

/** The data sets that can be trained on, each as a radio button with its pictures. */
export function DataSetChoice({ dataSets, chosen, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const found = useFound(dataSets, useDeferredValue(search.trim()));
  const list = useChosenInView(
    chosen,
    found.some(({ latest }) => latest.id === chosen),
  );
  return (
    <fieldset className="pb-6">
      <legend className="mb-3 font-semibold">Data set</legend>
      {dataSets.length > 8 && (
        <input
          aria-label="Search data sets"
          placeholder="Search data sets…"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className={`${INPUT} mb-2 sm:w-64`}
        />
      )}
      <div ref={list} className="relative max-h-80 overflow-y-auto border-y">
        {found.map((dataSet) => (
          <Choice
            key={dataSet.id}
            dataSet={dataSet}
            checked={dataSet.latest.id === chosen}
            onChoose={() => onChoose(dataSet.latest.id)}
          />
        ))}
        {found.length === 0 && <p className="py-4 text-center text-muted">No data set is called that.</p>}
      </div>
    </fieldset>
  );
}

/** Those that are called so: of the listed ones at once, of all as soon as the server has answered. */
function useFound(dataSets: DataSetCardFragment[], search: string): DataSetCardFragment[] {
  const { dataSets: found, fetching } = useTrainable({ search }, search === '');
  if (search === '') return dataSets;
  if (found && !fetching) return found;
  return dataSets.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
}

type ChoiceProps = { dataSet: DataSetCardFragment; checked: boolean; onChoose: () => void };

function Choice({ dataSet: { name, modality, latest }, checked, onChoose }: ChoiceProps) {
  const examples = latest.classes.nodes.flatMap((each) => each.examples);
  const [first] = examples;
  return (
    <label
      className={`flex cursor-pointer items-center gap-3 border-b px-2 py-2 last:border-0 ${checked ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
    >
      <input
        type="radio"
        name="data-set"
        checked={checked}
        onChange={onChoose}
        aria-label={name}
        className="accent-accent"
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-[12px] text-muted">
          {formatCount(latest.exampleCount)} {modalityLook(modality).many},{' '}
          {formatMany(latest.classCount, 'class', 'classes')}
        </span>
      </span>
      {first && isPicture(first) && (
        <span className="hidden sm:block" aria-hidden="true">
          <ExampleStrip examples={examples} size={32} />
        </span>
      )}
    </label>
  );
}
