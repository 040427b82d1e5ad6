import { readFileSync } from 'node:fs';
import { root } from '@kshot/domain';

const optional = JSON.parse(readFileSync(new URL('models/optional.json', root), 'utf8')) as readonly {
  readonly name: string;
  readonly multilingual?: true;
}[];

/** What `npm run models -- add` calls the encoder of texts in other languages than English. */
export const multilingualName = optional.find(({ multilingual }) => multilingual)?.name ?? '';
