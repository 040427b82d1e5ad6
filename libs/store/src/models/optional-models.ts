import { readFileSync } from 'node:fs';
import { root } from '@kshot/domain';

interface OptionalModel {
  readonly name: string;
  readonly multilingual?: true;
  /** What it is for. */
  readonly for: string;
  readonly licence: string;
  readonly source: string;
  /** Of the download. */
  readonly bytes: number;
}

/** Models that do not ship and can be added by name. */
export const optionalModels = JSON.parse(
  readFileSync(new URL('models/optional.json', root), 'utf8'),
) as readonly OptionalModel[];

/** The one of many languages, as it is registered. */
export const multilingualName = optionalModels.find(({ multilingual }) => multilingual)?.name ?? '';
