'use client';
import { Pencil, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatCount, formatMany } from '@/format/number';
import type { ClassesQuery as Classes, VersionStatisticsFragment } from '@/generated/graphql';
import { MoreButton } from '@/list/more-button';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button, IconButton } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import { useUrlValue } from '@/url/use-list-state';
import { AddDialog } from './edit/add-dialog';
import { ClassDialog } from './edit/class-dialog';
import type { Changes } from './edit/use-changes';
import { ExampleStrip } from './example-strip';
import { ClassesQuery } from './gallery.operations';

const pick = (data: Classes) =>
  data.dataSetVersion?.classes ?? { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } };

type Props = {
  version: VersionStatisticsFragment;
  onClass: (classId: string) => void;
  changes: Changes;
  editable: boolean;
};

/** Every class with a strip of its examples and its share of the largest class as a bar. */
export function ClassGallery({ version, onClass, changes: { outcome, add }, editable }: Props) {
  const { id: versionId } = version;
  const [editing, setEditing] = useState<{ name: string; count: number } | null>(null);
  const [adding, setAdding] = useState<string | null>(null);
  const [search, setSearch] = useUrlValue('class');
  const variables = useMemo(
    () => ({ versionId, search: search || undefined, examples: 12 }),
    [versionId, search],
  );
  const pages = usePages({ query: ClassesQuery, variables, pick, first: 40 });
  const most = Math.max(1, ...(pages.rows ?? []).map(({ exampleCount }) => exampleCount));
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <SearchField
          label="Search classes"
          value={search ?? ''}
          onChange={setSearch}
          className="w-full sm:w-64"
        />
        <span className="mr-auto text-muted">
          {pages.rows && formatMany(pages.totalCount, 'class', 'classes')}
        </span>
        {editable && (
          <Button onClick={() => setAdding('')}>
            <Plus aria-hidden />
            New class
          </Button>
        )}
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={8}>
        {(classes) => (
          <ul className="border-t">
            {classes.map(({ id, name: original, group, exampleCount, examples }) => {
              const name = outcome.nameOf(original);
              const removed = outcome.removedClasses.has(original);
              return (
                <li
                  key={id}
                  className="grid items-center gap-x-6 gap-y-2 border-b py-2.5 sm:grid-cols-[180px_minmax(0,1fr)_auto] [contain-intrinsic-size:auto_76px] [content-visibility:auto]"
                >
                  <div className="min-w-0">
                    <h2
                      className={`truncate font-medium ${name === original ? '' : 'text-accent'} ${removed ? 'line-through' : ''}`}
                      title={name}
                    >
                      {name}
                    </h2>
                    <p className="flex items-center gap-2 text-[12px] text-muted">
                      <span aria-hidden="true" className="h-1 w-16 rounded-full bg-line">
                        <span
                          className="block h-1 rounded-full bg-faint"
                          style={{ width: `${(exampleCount / most) * 100}%` }}
                        />
                      </span>
                      {formatCount(exampleCount)}
                      {group && <span className="truncate">{group}</span>}
                    </p>
                  </div>
                  <ExampleStrip examples={examples} />
                  <div className="flex gap-1">
                    {editable && !removed && (
                      <>
                        <IconButton name={`Add examples to ${name}`} onClick={() => setAdding(name)}>
                          <Plus aria-hidden />
                        </IconButton>
                        <IconButton
                          name={`Rename, merge or delete ${name}`}
                          onClick={() => setEditing({ name, count: exampleCount })}
                        >
                          <Pencil aria-hidden />
                        </IconButton>
                      </>
                    )}
                    <Button look="quiet" onClick={() => onClass(id)} aria-label={`All examples of ${name}`}>
                      All
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        )}
      </Answer>
      {pages.rows?.length === 0 && <p className="py-6 text-center text-muted">No matching classes</p>}
      <MoreButton pages={pages} what="classes" />
      <AddDialog version={version} name={adding} onChange={add} onClose={() => setAdding(null)} />
      <ClassDialog
        versionId={versionId}
        name={editing?.name ?? null}
        count={editing?.count ?? 0}
        outcome={outcome}
        onChange={add}
        onClose={() => setEditing(null)}
      />
    </>
  );
}
