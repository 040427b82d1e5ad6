'use client';
import { Database, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { IfMaking } from '@/access/if-making';
import { formatListed } from '@/format/number';
import type { DataSetSortField, DataSetsQuery as DataSets, Modality } from '@/generated/graphql';
import { useUnlisted } from '@/graphql/use-unlisted';
import { FilterMenu } from '@/list/filter-menu';
import { LongList } from '@/list/long-list';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page/page-header';
import { SearchField } from '@/ui/search-field';
import { Select } from '@/ui/select';
import { UploadDialog } from '@/upload/upload-dialog';
import { useListState, useUrlValue } from '@/url/use-list-state';
import { DataSetsQuery } from './data-set.operations';
import { DataSetRow } from './data-set-row';
import { AnyVersionChanged, pickVersion } from './version.operations';

const pick = (data: DataSets) => data.dataSets;

const KINDS = [
  { value: 'IMAGE', label: 'Images' },
  { value: 'TEXT', label: 'Texts' },
  { value: 'TABLE', label: 'Tables' },
];

const DEFAULTS = {
  sort: 'CREATED_AT',
  sorts: ['CREATED_AT', 'NAME'],
  descending: true,
  filters: { modality: KINDS.map(({ value }) => value) },
  columns: [],
};

export function DataSetsPage() {
  const [{ search, sort, descending, filters }, change] = useListState(DEFAULTS);
  const [asked, setAsked] = useUrlValue('upload');
  const [uploading, setUploading] = useState(false);
  const variables = useMemo(
    () => ({
      filter: { search: search || undefined, modality: filters.modality?.[0] as Modality | undefined },
      sort: { field: sort as DataSetSortField, direction: descending ? ('DESC' as const) : ('ASC' as const) },
    }),
    [search, sort, descending, filters],
  );
  const pages = usePages({ query: DataSetsQuery, variables, pick, first: 40 });
  const shown = useMemo(() => pages.rows?.map(({ latest }) => latest) ?? null, [pages.rows]);
  useUnlisted(AnyVersionChanged, pickVersion, shown, pages.reload);
  const upload = (
    <IfMaking>
      <Button look="primary" onClick={() => setUploading(true)}>
        <Upload aria-hidden />
        Upload data
      </Button>
    </IfMaking>
  );
  return (
    <>
      <PageHeader
        title="Data sets"
        under={pages.rows ? formatListed(pages.totalCount, 'data set') : ' '}
        actions={upload}
      />
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField
          label="Search data sets"
          value={search}
          onChange={(next) => change({ search: next })}
          className="w-full sm:w-64"
        />
        <FilterMenu
          single
          label="Kind"
          choices={KINDS}
          chosen={filters.modality ?? []}
          onChange={(modality) => change({ filters: { modality } })}
        />
        <Select
          aria-label="Sort by"
          className="ml-auto"
          value={`${descending ? '-' : ''}${sort}`}
          onChange={({ target: { value } }) =>
            change({ sort: value.replace('-', ''), descending: value.startsWith('-') })
          }
        >
          <option value="-CREATED_AT">Newest first</option>
          <option value="CREATED_AT">Oldest first</option>
          <option value="NAME">By name</option>
        </Select>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={8}>
        {(sets) =>
          sets.length === 0 ? (
            <EmptyState
              icon={Database}
              title="No matching data sets"
              text="Drop a folder of pictures, a spreadsheet or any other file with examples on this page."
              action={upload}
            />
          ) : (
            <LongList
              label="Data sets"
              rows={sets}
              totalCount={pages.totalCount}
              rowHeight={70}
              render={(dataSet) => <DataSetRow dataSet={dataSet} />}
              hasMore={pages.hasMore}
              loadMore={pages.loadMore}
            />
          )
        }
      </Answer>
      <UploadDialog
        open={uploading || asked !== null}
        onOpenChange={(open) => {
          setUploading(open);
          if (!open) setAsked(null);
        }}
        of={null}
        file={null}
      />
    </>
  );
}
