'use client';
import { Boxes, FileUp, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatListed } from '@/format/number';
import type { Modality, ModelSortField, ModelsQuery as Models } from '@/generated/graphql';
import { FilterMenu } from '@/list/filter-menu';
import { ListPage } from '@/list/list-page';
import { usePages } from '@/list/use-pages';
import { Button, ButtonLink } from '@/ui/button';
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
  const [state, change] = useListState(DEFAULTS);
  const { search, sort, descending, filters } = state;
  const variables = useMemo(
    () => ({
      filter: { search: search || undefined, modality: filters.modality?.[0] as Modality | undefined },
      sort: { field: sort as ModelSortField, direction: descending ? ('DESC' as const) : ('ASC' as const) },
    }),
    [search, sort, descending, filters],
  );
  const [importing, setImporting] = useState(false);
  const pages = usePages({ query: ModelsQuery, variables, pick });
  return (
    <>
      <ListPage
        title="Models"
        icon={Boxes}
        noun="model"
        count={formatListed(pages.totalCount, 'model')}
        actions={
          <Button onClick={() => setImporting(true)}>
            <FileUp aria-hidden />
            Add a model
          </Button>
        }
        empty={{
          text: 'A run that ends well makes one.',
          action: (
            <ButtonLink look="primary" href="/runs/new">
              <Plus aria-hidden />
              New run
            </ButtonLink>
          ),
        }}
        columns={MODEL_COLUMNS}
        filters={
          <FilterMenu
            single
            label="Input"
            choices={KINDS}
            chosen={filters.modality ?? []}
            onChange={(modality) => change({ filters: { modality } })}
          />
        }
        {...{ pages, state, change }}
      />
      <ImportModelDialog open={importing} onOpenChange={setImporting} />
    </>
  );
}
