import { Database } from 'lucide-react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ColumnMenu } from '@/list/column-menu';
import { FilterMenu } from '@/list/filter-menu';
import { Button } from '@/ui/button';
import { Confirm } from '@/ui/confirm';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { TextField } from '@/ui/field';
import { ProblemNote } from '@/ui/problem-note';
import { ProgressBar } from '@/ui/progress-bar';
import { RadioCard } from '@/ui/radio-card';
import { SearchField } from '@/ui/search-field';
import { Tabs } from '@/ui/tabs';
import { actions, chart, emptyChart, list, table } from './samples';
import { seriousProblems, shown } from './shown';

const none = () => {};
const choices = ['Done', 'Failed'].map((label) => ({ value: label.toUpperCase(), label }));
const tabs = ['Chart', 'Classes'].map((title) => ({ key: title, title, content: <p>{title} of the run</p> }));

/** Components as they are shown, with the button that opens those that are closed at first. */
const samples: [name: string, element: ReactNode, opens?: string][] = [
  [
    'a dialog',
    <Dialog key="" open onOpenChange={none} title="New alias" description="A name that moves.">
      <TextField label="Name" />
    </Dialog>,
  ],
  [
    'a question before a deletion',
    <Confirm
      key=""
      trigger={<Button>Delete</Button>}
      title="Delete it?"
      text="It is lost."
      verb="Delete run"
      onConfirm={none}
    />,
    'Delete',
  ],
  [
    'a menu of filters',
    <FilterMenu key="" label="Status" choices={choices} chosen={['DONE']} onChange={none} />,
    'Status: Done',
  ],
  [
    'a menu of columns',
    <ColumnMenu key="" columns={tabs} shown={['Chart', 'Classes']} onChange={none} />,
    'Columns',
  ],
  ['a table', table(none)],
  ['a long list', list(none)],
  ['a field with a problem', <TextField key="" label="Shots" error="Must be 1 or more." />],
  ['a problem', <ProblemNote key="" problem={{ code: 'CONFLICT', message: 'Another worker has it.' }} />],
  ['what can be done with a run', actions('FAILED')],
  ['a search field', <SearchField key="" label="Search runs" value="" onChange={none} />],
  ['tabs', <Tabs key="" tabs={tabs} value="Chart" onChange={none} />],
  ['a chart', chart],
  ['a chart without values', emptyChart],
  ['an empty state', <EmptyState key="" icon={Database} title="No data sets yet" text="Drop a file." />],
  [
    'a choice as a card',
    <RadioCard key="" group="technique" title="Transfer" text="For few examples." checked onChoose={none} />,
  ],
  ['formats to export a chart in', chart, 'Export Loss'],
  ['a progress bar', <ProgressBar key="" label="Import" share={0.4} />],
];

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  afterEach(() => delete document.documentElement.dataset.theme);

  test.each(samples)('axe finds nothing serious in %s', async (_, element, opens) => {
    document.documentElement.dataset.theme = theme;
    const screen = await shown(element);
    if (opens) await userEvent.click(screen.getByRole('button', { name: opens }));
    expect(await seriousProblems()).toEqual([]);
  });
});
