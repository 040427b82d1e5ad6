'use client';
import { Trash2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { formatCount, formatMany } from '@/format/number';
import { LabelButton } from '@/labelling/label-button';
import { PredictUnlabelled } from '@/predictions/predict-unlabelled';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import { useUrlValue } from '@/url/use-list-state';
import { ClassPicker } from '../edit/class-picker';
import type { Changes } from '../edit/use-changes';
import { ExampleDialog } from './example-dialog';
import { ExampleGallery, useColumns } from './example-gallery';
import { type Mark, UNMARKED } from './gallery-option';
import { type ShownExample, useExamples } from './use-examples';
import { useSelection } from './use-selection';

type Props = {
  dataSetId: string;
  versionId: string;
  classId: string | null;
  onClass: (classId: string | null) => void;
  /** Examples without a class instead of the others. */
  unlabelled?: boolean;
  changes: Changes;
  editable: boolean;
};

/** All examples, of one class or of all, to look at, move and delete. */
export function ExampleBrowser({
  dataSetId,
  versionId,
  classId,
  onClass,
  unlabelled = false,
  changes,
  editable,
}: Props) {
  const [search, setSearch] = useUrlValue('example');
  const filter = { classId: unlabelled ? undefined : classId, unlabelled, search: search || undefined };
  const { totalCount, error, at, show, retry } = useExamples(versionId, filter);
  const [opened, setOpened] = useState<number | null>(null);
  const mover = useRef<HTMLInputElement>(null);
  const { ref, columns } = useColumns(at(0));
  const { add, outcome } = changes;
  const relabel = (ids: string[], name: string) =>
    ids.length > 0 && add({ kind: 'RELABEL', ids, class: name });
  const remove = (ids: string[]) => editable && ids.length > 0 && add({ kind: 'REMOVE', ids });
  const selection = useSelection({
    count: totalCount ?? 0,
    columns,
    at,
    onOpen: setOpened,
    onRemove: remove,
  });
  const markOf = (example: ShownExample): Mark => {
    const before = example.class?.name ?? null;
    const goal = outcome.goals.get(example.id);
    const after = goal ?? (before === null ? null : outcome.nameOf(before));
    const goneClass = goal === undefined && before !== null && outcome.removedClasses.has(before);
    return {
      className: after,
      changed: after !== before,
      removed: outcome.removed.has(example.id) || goneClass,
    };
  };
  const shown = opened === null ? undefined : at(opened);
  const chosen = [...selection.selected];
  return (
    <div ref={ref}>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchField
          label="Search examples"
          value={search ?? ''}
          onChange={setSearch}
          className="w-full sm:w-64"
        />
        {classId && !unlabelled && (
          <Button onClick={() => onClass(null)}>
            Class {at(0)?.class?.name ?? '…'}
            <X aria-label="Show all classes" />
          </Button>
        )}
        <span className="mr-auto text-muted" aria-live="polite">
          {chosen.length > 0
            ? `${formatCount(chosen.length)} selected`
            : totalCount !== null && formatMany(totalCount, 'example')}
        </span>
        {unlabelled && chosen.length === 0 && (
          <PredictUnlabelled dataSetId={dataSetId} versionId={versionId} />
        )}
        {unlabelled && editable && chosen.length === 0 && <LabelButton versionId={versionId} />}
        {editable && chosen.length > 0 && (
          <>
            <ClassPicker
              versionId={versionId}
              label="Move to class"
              verb="Move"
              fieldRef={mover}
              onPick={(name) => {
                relabel(chosen, name);
                selection.clear();
              }}
            />
            <Button
              look="danger"
              onClick={() => {
                remove(chosen);
                selection.clear();
              }}
            >
              <Trash2 aria-hidden />
              Delete
            </Button>
            <Button look="quiet" onClick={selection.clear}>
              Clear selection
            </Button>
          </>
        )}
      </div>
      <Answer data={totalCount === null ? null : { count: totalCount }} error={error} retry={retry} rows={8}>
        {({ count }) =>
          count === 0 ? (
            <p className="py-6 text-center text-muted">No matching examples</p>
          ) : (
            <ExampleGallery
              totalCount={count}
              at={at}
              show={show}
              selection={selection}
              columns={columns}
              markOf={markOf}
              onOpen={setOpened}
            />
          )
        }
      </Answer>
      <p className="mt-2 text-[12px] text-muted">
        Arrow keys move, Space selects, Shift selects a range, Enter or a double click enlarges
        {editable && ', Delete deletes'}.
      </p>
      <ExampleDialog
        versionId={versionId}
        example={shown}
        mark={shown ? markOf(shown) : UNMARKED}
        editable={editable}
        open={opened !== null}
        onClose={() => setOpened(null)}
        onStep={(by) => {
          const next = Math.max(0, Math.min((totalCount ?? 1) - 1, (opened ?? 0) + by));
          show(next, next);
          setOpened(next);
        }}
        onRelabel={(name) => shown && relabel([shown.id], name)}
        onRemove={() => shown && remove([shown.id])}
      />
    </div>
  );
}
