'use client';
import { Boxes, FileUp, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatMany } from '@/format/number';
import type { Modality, ModelSortField, ModelsQuery as Models } from '@/generated/graphql';
import { ColumnMenu } from '@/list/column-menu';
import { DataTable } from '@/list/data-table';
import { FilterMenu } from '@/list/filter-menu';
import { usePages } from '@/list/use-pages';
import { Answer } from '@/ui/answer';
import { Button, ButtonLink } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { SearchField } from '@/ui/search-field';
import { useListState } from '@/url/use-list-state';
import { ImportModelDialog } from './import-model-dialog';
import { ModelsQuery } from './model.operations';
import { MODEL_COLUMNS } from './model-columns';

const DEFAULTS = {
  sort: 'CREATED_AT',
  descending: true,
  filters: ['modality'],
  columns: MODEL_COLUMNS.map(({ key }) => key),
};

const pick = (data: Models) => data.models;

const KINDS = [
  { value: 'IMAGE', label: 'Images' },
  { value: 'TEXT', label: 'Texts' },
  { value: 'TABLE', label: 'Table rows' },
];

export function ModelsPage() {
  const [{ search, sort, descending, filters, columns }, change] = useListState(DEFAULTS);
  const variables = useMemo(
    () => ({
      filter: { search: search || undefined, modality: filters.modality?.[0] as Modality | undefined },
      sort: { field: sort as ModelSortField, direction: descending ? ('DESC' as const) : ('ASC' as const) },
    }),
    [search, sort, descending, filters],
  );
  const [importing, setImporting] = useState(false);
  const pages = usePages({ query: ModelsQuery, variables, pick });
  const filtered = search !== '' || Object.values(filters).some((chosen) => chosen.length > 0);
  return (
    <>
      <PageHeader
        title="Models"
        under={pages.rows ? formatMany(pages.totalCount, 'model') : ' '}
        actions={
          <Button onClick={() => setImporting(true)}>
            <FileUp aria-hidden />
            Import a Keras model
          </Button>
        }
      />
      <ImportModelDialog open={importing} onOpenChange={setImporting} />
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField
          label="Search models"
          value={search}
          onChange={(next) => change({ search: next })}
          className="w-full sm:w-64"
        />
        <FilterMenu
          single
          label="Input"
          choices={KINDS}
          chosen={filters.modality ?? []}
          onChange={(modality) => change({ filters: { modality } })}
        />
        <span className="ml-auto">
          <ColumnMenu
            columns={MODEL_COLUMNS.map(({ key, title }) => ({ key, title: title || 'Try it' }))}
            shown={columns}
            onChange={(next) => change({ columns: next })}
          />
        </span>
      </div>
      <Answer data={pages.rows} error={pages.error} retry={pages.reload} rows={10}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={Boxes}
              title={filtered ? 'No model is like that' : 'No models yet'}
              text={
                filtered ? 'Search for something else, or filter less.' : 'A run that ends well makes one.'
              }
              action={
                filtered ? undefined : (
                  <ButtonLink look="primary" href="/runs/new">
                    <Plus aria-hidden />
                    New run
                  </ButtonLink>
                )
              }
            />
          ) : (
            <DataTable
              label="Models"
              rows={rows}
              totalCount={pages.totalCount}
              columns={MODEL_COLUMNS.filter(({ key }, index) => index === 0 || columns.includes(key))}
              sort={sort}
              descending={descending}
              onSort={(next, down) => change({ sort: next, descending: down })}
              hasMore={pages.hasMore}
              loadMore={pages.loadMore}
            />
          )
        }
      </Answer>
    </>
  );
}
