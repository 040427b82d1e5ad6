'use client';
import { useRouter } from 'next/navigation';
import { useEdit } from '@/data/edit/use-edit';
import { WaitingNote } from '@/data/edit/waiting-note';
import { formatMany } from '@/format/number';
import { Button } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { type Choices, choicesText } from './choices';

type Props = { versionId: string; choices: Choices; onForget: () => void };

/** Makes a new version of the data set by what was chosen. */
export function FixBar({ versionId, choices, onForget }: Props) {
  const router = useRouter();
  const { edit, saving, problem } = useEdit(({ number, dataSet }) =>
    router.push(`/data/${dataSet.id}?version=${number}`),
  );
  if (choices.size === 0)
    return <p className="text-muted">Choose what to do with an example to make a corrected version.</p>;
  const onFix = () => {
    const chosen = [...choices];
    const remove = chosen.flatMap(([id, choice]) => (choice.kind === 'remove' ? [id] : []));
    const relabel = chosen.flatMap(([exampleId, choice]) =>
      choice.kind === 'relabel' ? [{ exampleId, class: choice.class }] : [],
    );
    return edit({ versionId, remove, relabel, note: 'After a check of labels' });
  };
  return (
    <>
      <Button look="primary" disabled={saving} onClick={() => void onFix()}>
        Make a version with {formatMany(choices.size, 'change')}
      </Button>
      <span className="text-muted">{choicesText(choices)}</span>
      <WaitingNote versionId={versionId} />
      <Button look="quiet" onClick={onForget}>
        Discard changes
      </Button>
      {problem && <ProblemNote problem={problem} title="No version was made" className="w-full" />}
    </>
  );
}
