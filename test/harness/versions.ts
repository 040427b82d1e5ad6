import { until } from './ask.js';
import type { Kshot } from './kshot.js';

export interface EditedVersion {
  readonly id: string;
  readonly number: number;
  readonly status: string;
  readonly hash: string;
  readonly failure: { code: string; message: string } | null;
  readonly warnings: string[];
  readonly note: string;
  readonly author: string | null;
  readonly exampleCount: number;
  readonly unlabelledCount: number;
  readonly parent: { id: string } | null;
  readonly classes: { nodes: { name: string; exampleCount: number }[] };
  readonly columns: { name: string; mean: number; maximum: number; categories: string[] | null }[] | null;
}
const FIELDS = `id number status hash failure { code message } warnings note author exampleCount unlabelledCount parent { id }
  classes(first: 100) { nodes { name exampleCount } } columns { name mean maximum categories }`;

/** A version once its import has ended. */
export async function endedVersion({ ask }: Kshot, id: string): Promise<EditedVersion> {
  const look = async () => {
    const { version } = await ask<{ version: EditedVersion }>(
      `query ($id: ID!) { version: dataSetVersion(id: $id) { ${FIELDS} } }`,
      { id },
    );
    return version;
  };
  return until(look, ({ status }) => status !== 'IMPORTING');
}

/** Makes the next version of a data set, and waits for it. */
export async function edited(kshot: Kshot, input: Record<string, unknown>): Promise<EditedVersion> {
  const { editVersion } = await kshot.ask<{ editVersion: { id: string } }>(
    'mutation ($input: EditVersionInput!) { editVersion(input: $input) { id } }',
    { input },
  );
  return endedVersion(kshot, editVersion.id);
}

export interface ListedExample {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly text: string | null;
  readonly imageUrl: string | null;
  readonly row: { column: string; value: string | null }[] | null;
  readonly class: { name: string } | null;
}

export async function examplesOf(
  { ask }: Kshot,
  id: string,
  filter: Record<string, unknown> = {},
): Promise<ListedExample[]> {
  const { version } = await ask<{ version: { examples: { nodes: ListedExample[] } } }>(
    `query ($id: ID!, $filter: ExampleFilter) { version: dataSetVersion(id: $id) { examples(first: 100, filter: $filter) {
      nodes { id index name text imageUrl row { column value } class { name } } } } }`,
    { id, filter },
  );
  return version.examples.nodes;
}
