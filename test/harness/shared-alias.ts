import { imported } from './data-sets.js';
import type { Kshot } from './kshot.js';
import { trainedModel } from './runs.js';

/** A model that is trained on a file, served by a name and shared; gives the id of its alias. */
export async function sharedAlias(
  kshot: Kshot,
  name: string,
  file: string,
  content: Buffer,
): Promise<string> {
  const { id } = await imported(kshot, file, content);
  return servedAndShared(kshot, name, await trainedModel(kshot, id));
}

/** Serves a model by a name and shares it; gives the id of the alias. */
export async function servedAndShared(kshot: Kshot, name: string, modelId: string): Promise<string> {
  const { setAlias } = await kshot.ask<{ setAlias: { id: string } }>(
    'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }',
    { input: { name, modelId } },
  );
  await kshot.ask('mutation ($id: ID!) { shareAlias(id: $id, shared: true) { id } }', { id: setAlias.id });
  return setAlias.id;
}
