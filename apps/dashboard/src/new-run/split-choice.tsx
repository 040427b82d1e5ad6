import { useQuery } from 'urql';
import { formatCount } from '@/format/number';
import { Field } from '@/ui/field';
import { Select } from '@/ui/select';
import { VersionSplitsQuery } from './new-run.operations';

type Props = { versionId: string; chosen: string | null; onChoose: (splitId: string) => void };

/** Which division of the version's examples the run keeps to. */
export function SplitChoice({ versionId, chosen, onChoose }: Props) {
  const [{ data }] = useQuery({ query: VersionSplitsQuery, variables: { id: versionId } });
  const splits = data?.dataSetVersion?.splits ?? [];
  return (
    <div className="pb-6 sm:w-96">
      <Field label="Split" hint="What is trained on, and what is kept for validation and test.">
        {(props) => (
          <Select
            {...props}
            className="w-full"
            value={splits.some(({ id }) => id === chosen) ? (chosen ?? '') : (splits[0]?.id ?? '')}
            disabled={splits.length === 0}
            onChange={(event) => onChoose(event.target.value)}
          >
            {splits.map(({ id, name, parts }) => (
              <option key={id} value={id}>
                {name}: {parts.map((part) => `${part.name} ${formatCount(part.exampleCount)}`).join(', ')}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
