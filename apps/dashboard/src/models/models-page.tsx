'use client';
import { Archive, Boxes, FileUp, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { IfMaking } from '@/access/if-making';
import { formatListed } from '@/format/number';
import type { Modality, ModelSortField, ModelsQuery as Models } from '@/generated/graphql';
import { sortsOf } from '@/list/column';
import { FilterMenu } from '@/list/filter-menu';
import { ListPage } from '@/list/list-page';
import { usePages } from '@/list/use-pages';
import { Button, ButtonLink } from '@/ui/button';
import { useListState } from '@/url/use-list-state';
import { ImportModelDialog } from './import-model-dialog';
import { ModelsQuery, ModelTags } from './model.operations';
import { CHOSEN_COLUMNS, MODEL_COLUMNS } from './model-columns';
import { Starters } from './starters';

const KINDS = [
  { value: 'IMAGE', label: 'Images' },
  { value: 'TEXT', label: 'Texts' },
  { value: 'TABLE', label: 'Table rows' },
];

const DEFAULTS = {
  sort: 'CREATED_AT',
  sorts: sortsOf(MODEL_COLUMNS),
  descending: true,
  filters: { modality: KINDS.map(({ value }) => value), tag: null, archived: ['shown'] },
  columns: MODEL_COLUMNS.map(({ key }) => key).filter((key) => !CHOSEN_COLUMNS.includes(key)),
};

const pick = (data: Models) => data.models;

export function ModelsPage() {
  const [state, change] = useListState(DEFAULTS);
  const { search, sort, descending, filters } = state;
  const archived = (filters.archived ?? []).length > 0;
  const [{ data: tagged }] = useQuery({ query: ModelTags, requestPolicy: 'cache-and-network' });
  const tags = [...new Set([...(tagged?.modelTags ?? []), ...(filters.tag ?? [])])];
  const variables = useMemo(
    () => ({
      filter: {
        search: search || undefined,
        modality: filters.modality?.[0] as Modality | undefined,
        tag: filters.tag?.[0],
        archived: archived || undefined,
      },
      sort: { field: sort as ModelSortField, direction: descending ? ('DESC' as const) : ('ASC' as const) },
    }),
    [search, sort, descending, filters, archived],
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
          <IfMaking>
            <Button onClick={() => setImporting(true)}>
              <FileUp aria-hidden />
              Add a model
            </Button>
          </IfMaking>
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
        above={<Starters />}
        filters={
          <>
            <FilterMenu
              single
              label="Input"
              choices={KINDS}
              chosen={filters.modality ?? []}
              onChange={(modality) => change({ filters: { ...filters, modality } })}
            />
            {tags.length > 0 && (
              <FilterMenu
                single
                label="Tag"
                choices={tags.map((tag) => ({ value: tag, label: tag }))}
                chosen={filters.tag ?? []}
                onChange={(tag) => change({ filters: { ...filters, tag } })}
              />
            )}
            <Button
              aria-pressed={archived}
              className={archived ? 'border-accent' : ''}
              onClick={() => change({ filters: { ...filters, archived: archived ? [] : ['shown'] } })}
            >
              <Archive aria-hidden />
              {archived ? 'Hide archived' : 'Show archived'}
            </Button>
          </>
        }
        {...{ pages, state, change }}
      />
      <ImportModelDialog open={importing} onOpenChange={setImporting} />
    </>
  );
}
