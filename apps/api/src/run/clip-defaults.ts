import type { MetaRunSettings } from '@kshot/domain';
import { classCopies } from '@kshot/fewshot';
import type { ReadyVersion, Split } from '@kshot/store';
import { trainingExamples } from './training-examples.js';

type Given = Readonly<Record<string, unknown>> | null | undefined;

/** A default means "at most": what the user did not set is no larger than the data allow. */
export function clipDefaults<S extends object>(
  settings: S,
  version: ReadyVersion,
  split: Split,
  given: Given,
): S {
  const isDefault = (name: string) => (given?.[name] ?? null) === null;
  const clipped: Record<string, number> = {};
  if ('batchSize' in settings && isDefault('batchSize') && hasBatches(settings as { method?: string })) {
    const { batchSize, validationShare = 0 } = settings as { batchSize: number; validationShare?: number };
    clipped.batchSize = atMost(batchSize, trainingExamples(split, { validationShare }) || batchSize);
  }
  if ('testShare' in settings) {
    const meta = settings as S & MetaRunSettings;
    const { classes } = version.manifest;
    const smallest = Math.min(...classes.map(({ count }) => count));
    const [ways, shots, queries] = ['ways', 'shots', 'queries'].map(isDefault);
    if (ways && meta.scope === 'ALL')
      clipped.ways = Math.max(2, atMost(meta.ways, trainingClasses(classes.length, meta)));
    if (shots) clipped.shots = atMost(meta.shots, smallest - (queries ? 1 : meta.queries));
    if (queries) clipped.queries = atMost(meta.queries, smallest - (clipped.shots ?? meta.shots));
  }
  return { ...settings, ...clipped };
}

/** Heads are solved for in one step. */
const hasBatches = (settings: { method?: string }): boolean =>
  (settings.method ?? 'FINE_TUNE') === 'FINE_TUNE';

const atMost = (value: number, most: number): number => Math.max(1, Math.min(value, most));

/** About how many classes episodes are drawn from, after some are held out; turned copies of pictures are classes too. */
export const trainingClasses = (
  classes: number,
  settings: Pick<MetaRunSettings, 'testShare' | 'validationShare' | 'rotations' | 'mirrors'>,
): number =>
  Math.round(classes * (1 - settings.testShare) * (1 - settings.validationShare)) * classCopies(settings);
