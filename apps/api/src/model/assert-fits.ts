import { DomainError } from '@kshot/domain';
import { quoteNames } from '@kshot/ingest';
import type { Model, ReadyVersion } from '@kshot/store';

/**
 * Throws BAD_INPUT where a model cannot be of use to a data set: where it takes examples of another kind, or reads columns, by their
 * names, more than half of which a table has not.
 */
export function assertFits({ name, modality, manifest: { input } }: Model, version: ReadyVersion): void {
  if (modality !== version.modality)
    throw new DomainError(
      'BAD_INPUT',
      `The model ${name} takes ${modality.toLowerCase()} examples, this data set has ${version.modality.toLowerCase()} ones. Choose another of the two.`,
    );
  if (input.modality !== 'TABLE') return;
  const there = new Set(version.manifest.columns?.map((column) => column.name));
  const missing = input.columns.filter((column) => !there.has(column.name));
  if (2 * missing.length <= input.columns.length) return;
  throw new DomainError(
    'BAD_INPUT',
    `${name} reads ${input.columns.length} columns, of which this data set lacks ${missing.length}: ${quoteNames(missing.map((column) => column.name))}. Choose a model of the same columns, or none.`,
  );
}
