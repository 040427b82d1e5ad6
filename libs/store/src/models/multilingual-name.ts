import { readFileSync } from 'node:fs';

const optional = JSON.parse(
  readFileSync(new URL('../../../../models/optional.json', import.meta.url), 'utf8'),
) as readonly { readonly name: string; readonly multilingual?: true }[];

/** What `npm run models -- add` calls the encoder of texts in other languages than English. */
export const multilingualName = optional.find(({ multilingual }) => multilingual)?.name ?? '';
