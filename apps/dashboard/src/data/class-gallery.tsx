'use client';
import { useMemo } from 'react';
import { formatCount, formatMany } from '@/format/number';
import type { ClassesQuery as Classes } from '@/generated/graphql';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { SearchField } from '@/ui/search-field';
import { useUrlValue } from '@/url/use-list-state';
import { ExampleStrip } from './example-strip';
import { ClassesQuery } from './gallery.operations';

const pick = (data: Classes) =>
  data.dataSetVersion?.classes ?? { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false } };

type Props = { versionId: string; onClass: (classId: string) => void };

/** Every class with a strip of its examples and its share of the largest class as a bar. */
export function ClassGallery({ versionId, onClass }: Props) {
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
        <span className="text-muted">{pages.rows && formatMany(pages.totalCount, 'class', 'classes')}</span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={8}>
        {(classes) => (
          <ul className="border-t">
            {classes.map(({ id, name, group, exampleCount, examples }) => (
              <li
                key={id}
                className="grid items-center gap-x-6 gap-y-2 border-b py-2.5 sm:grid-cols-[180px_minmax(0,1fr)_auto] [contain-intrinsic-size:auto_76px] [content-visibility:auto]"
              >
                <div className="min-w-0">
                  <h3 className="truncate font-medium" title={name}>
                    {name}
                  </h3>
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
                <Button look="quiet" onClick={() => onClass(id)} aria-label={`All examples of ${name}`}>
                  All
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {pages.rows?.length === 0 && <p className="py-6 text-center text-muted">No class is called that.</p>}
      {pages.hasMore && (
        <Button className="mt-4" onClick={pages.loadMore}>
          Show more classes
        </Button>
      )}
    </>
  );
}
