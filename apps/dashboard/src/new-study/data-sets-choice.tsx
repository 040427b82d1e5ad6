import { modalityLook } from '@/data/modality';
import { formatCount, formatMany } from '@/format/number';
import type { DataSetCardFragment } from '@/generated/graphql';

type Props = {
  dataSets: readonly DataSetCardFragment[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
};

/** Data sets of one kind of examples; several give ranks over data sets. */
export function DataSetsChoice({ dataSets, chosen, onChange }: Props) {
  const modality = dataSets.find(({ latest }) => chosen.includes(latest.id))?.modality;
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="pb-6">
      <legend className="mb-1 font-semibold">Data sets</legend>
      <p className="mb-3 text-muted">
        Of one kind of examples. From two on, candidates are ranked over them.
      </p>
      <div className="max-h-72 overflow-y-auto border-y">
        {dataSets.map((one) => {
          const checked = chosen.includes(one.latest.id);
          const other = modality !== undefined && one.modality !== modality;
          return (
            <label
              key={one.id}
              className={`flex items-center gap-3 border-b px-2 py-2 last:border-0 ${other ? 'opacity-50' : 'cursor-pointer'} ${checked ? 'bg-accent-soft' : 'hover:bg-sunken'}`}
            >
              <input
                type="checkbox"
                checked={checked}
                disabled={other}
                onChange={() => toggle(one.latest.id)}
                aria-label={one.name}
                className="accent-accent"
              />
              <span className="min-w-0">
                <span className="block truncate font-medium">{one.name}</span>
                <span className="block text-[12px] text-muted">
                  {formatCount(one.latest.exampleCount)} {modalityLook(one.modality).many},{' '}
                  {formatMany(one.latest.classCount, 'class', 'classes')}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
