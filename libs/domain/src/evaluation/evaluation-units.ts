import {
  classRows,
  episodeSet,
  type Protocol,
  type UnitKind,
  type UnitPlan,
  unitPlans,
} from '@kshot/fewshot';
import { domainErrorsOf } from '../domain-errors-of.js';
import type { PackManifest } from '../pack.js';
import type { ProtocolKind, ProtocolSettings } from './protocol-settings.js';

/** What of a version decides the units: labels, parts of its splits, and groups where folds ask for them. */
export interface UnitSource {
  readonly manifest: Pick<PackManifest, 'classes' | 'splits'>;
  readonly labels: Int32Array;
  /** Rows of each part of a split. */
  parts(split: string): Readonly<Record<string, Int32Array>>;
  /** [n] the group of each example. */
  readonly groups?: readonly string[];
}

export const unitKindOf: Readonly<Record<ProtocolKind, UnitKind>> = {
  SPLIT: 'SPLIT',
  CROSS_VALIDATION: 'FOLDS',
  LEAVE_ONE_OUT: 'LEAVE_ONE_OUT',
  SHOT_CURVE: 'DRAWS',
  EPISODES: 'EPISODES',
};

/** What each unit fits on and scores. Depends on version and protocol alone. Throws BAD_INPUT naming what is too small. */
export const evaluationUnits = (protocol: ProtocolSettings, source: UnitSource): UnitPlan[] =>
  domainErrorsOf(() => unitsOf(protocol, source));

function unitsOf(protocol: ProtocolSettings, source: UnitSource): UnitPlan[] {
  const { labels, manifest } = source;
  const classes = manifest.classes.length;
  if (protocol.kind === 'EPISODES') return unitPlans(episodes(protocol, source), labels, classes);
  if (protocol.kind === 'SPLIT') {
    const { train = none, [protocol.part]: score = none } = source.parts(protocol.split);
    if (train.length === 0 || score.length === 0)
      throw new RangeError(
        `The ${protocol.part} part of the split ${protocol.split} is empty. Take another.`,
      );
    return unitPlans({ kind: 'SPLIT', fit: train, score }, labels, classes);
  }
  const rows = protocol.part ? source.parts(manifest.splits[0]?.name ?? '')[protocol.part] : undefined;
  if (protocol.part && !rows?.length)
    throw new RangeError(`The first split of this version has no part ${protocol.part} with examples.`);
  if (!rows) {
    assertEnough(protocol, labels, manifest);
    return unitPlans(plain(protocol, source.groups), labels, classes);
  }
  const own = rows.map((row) => labels[row] as number);
  assertEnough(protocol, own, manifest);
  const groups = source.groups && Array.from(rows, (row) => source.groups?.[row] as string);
  return unitPlans(plain(protocol, groups), own, classes).map((plan) => ({
    ...plan,
    fitRows: plan.fitRows.map((at) => rows[at] as number),
    rows: plan.rows.map((at) => rows[at] as number),
  }));
}

const none = new Int32Array();

function episodes(protocol: Extract<ProtocolSettings, { kind: 'EPISODES' }>, source: UnitSource): Protocol {
  const { classes } = source.manifest;
  const names = classes.map(({ name }) => name);
  const stray = protocol.classes?.find((name) => !names.includes(name));
  if (stray !== undefined) throw new RangeError(`The version has no class ${stray}.`);
  const wanted = protocol.classes && new Set(protocol.classes);
  const all = classRows(
    source.labels,
    names,
    classes.map(({ group }) => group ?? undefined),
  );
  const drawnFrom = [...all.keys()].filter((k) => !wanted || wanted.has(names[k] as string));
  const set = episodeSet(
    drawnFrom.map((k) => all[k] as (typeof all)[number]),
    protocol,
  );
  const numbered = set.episodes.map((episode) => ({
    ...episode,
    classes: episode.classes.map((k) => drawnFrom[k] as number),
  }));
  return { kind: 'EPISODES', set: { ...set, episodes: numbered } };
}

type Plain = Exclude<ProtocolSettings, { kind: 'EPISODES' | 'SPLIT' }>;

function plain(protocol: Plain, groups: readonly string[] | undefined): Protocol {
  switch (protocol.kind) {
    case 'CROSS_VALIDATION': {
      const { folds, repeats, seed } = protocol;
      return { kind: 'FOLDS', folds, repeats, seed, ...(protocol.grouping && groups ? { groups } : {}) };
    }
    case 'LEAVE_ONE_OUT':
      return { kind: 'LEAVE_ONE_OUT' };
    case 'SHOT_CURVE':
      return { ...protocol, kind: 'DRAWS' };
  }
}

/** Every class must be there to fit on in every unit. */
function assertEnough(protocol: Plain, labels: Int32Array, { classes }: UnitSource['manifest']): void {
  const counts = new Array<number>(classes.length).fill(0);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  const needed = protocol.kind === 'SHOT_CURVE' ? Math.max(...protocol.shots) + 1 : 2;
  const small = counts.findIndex((count) => count < needed);
  if (small < 0) return;
  const what =
    protocol.kind === 'SHOT_CURVE'
      ? `${needed - 1} shots and one example to score need ${needed}`
      : 'fitting without one needs 2';
  throw new RangeError(
    `Class ${classes[small]?.name} has ${counts[small]} examples; ${what}. Take fewer shots, another protocol, or leave the class out.`,
  );
}
