import { IfChanging } from '@/access/if-making';
import { ExamplePicture, exampleText, isPicture } from '@/data/example-tile';
import { formatShare } from '@/format/number';
import type { FindingRowFragment } from '@/generated/graphql';
import { Link } from '@/ui/link';
import { Select } from '@/ui/select';
import type { Choice } from './choices';

type Props = {
  finding: FindingRowFragment;
  dataHref: string;
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
};

/** One finding: the example, what is wrong in a sentence, and what to do with it. */
export function FindingLine({ finding, dataHref, choice, onChoose }: Props) {
  const { example, copy, suggested } = finding;
  const value = choice === null ? '' : choice.kind;
  return (
    <li
      className={`grid items-center gap-x-4 gap-y-2 border-b py-2 ${isPicture(example) ? 'sm:grid-cols-[120px_minmax(0,1fr)_220px]' : 'sm:grid-cols-[minmax(0,1fr)_220px]'}`}
    >
      {isPicture(example) && (
        <span className="flex gap-1.5">
          <ExamplePicture example={example} size={52} />
          {copy && <ExamplePicture example={copy} size={52} />}
        </span>
      )}
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="block">{sentence(finding)}</span>
        {!isPicture(example) && <span className="block truncate">{exampleText(example)}</span>}
        <Link
          href={`${dataHref}&${new URLSearchParams({ example: example.name })}`}
          className="block truncate text-[12px] text-muted underline decoration-line-strong underline-offset-2"
        >
          {example.name}
        </Link>
      </span>
      <IfChanging>
        <Select
          aria-label={`What to do with ${example.name}`}
          value={value}
          onChange={({ target }) =>
            onChoose(
              target.value === 'remove'
                ? { kind: 'remove' }
                : target.value === 'relabel' && suggested
                  ? { kind: 'relabel', class: suggested.name }
                  : null,
            )
          }
        >
          <option value="">Leave as it is</option>
          {suggested && <option value="relabel">Relabel as {suggested.name}</option>}
          <option value="remove">Leave out</option>
        </Select>
      </IfChanging>
    </li>
  );
}

function sentence({
  kind,
  example,
  copy,
  suggested,
  confidence,
  probability,
  similarity,
}: FindingRowFragment) {
  const given = <strong className="font-semibold">{example.class?.name}</strong>;
  if (kind === 'WRONG_LABEL')
    return (
      <>
        Labelled {given}, looks like <strong className="font-semibold">{suggested?.name}</strong> (
        {formatShare(probability ?? 0)} against {formatShare(confidence ?? 0)})
      </>
    );
  const same = similarity === 1 ? 'The same content' : 'Nearly the same';
  if (kind === 'COPY')
    return (
      <>
        {same} as {copy?.name}; both are labelled {given}
      </>
    );
  return (
    <>
      {same} as {copy?.name}: {example.name} is labelled {given}, {copy?.name}{' '}
      <strong className="font-semibold">{copy?.class?.name}</strong>
    </>
  );
}
