import type { RawExamples } from '../inputs/examples.js';
import type { Normal } from './power-law.js';
import { type AdvisorRecord, MORE_SHOTS } from './records.js';
import { weightedNormal } from './shrunk.js';

/** What other data sets say before anything is measured here. */
export interface Prior {
  /** Of log error: how fast it falls with log examples. */
  readonly exponent: Normal;
  /** Of the accuracy of each arm minus the mean of those asked about. */
  readonly apart: ReadonlyMap<string, Normal>;
  /** Of that mean accuracy itself. */
  readonly level: Normal;
  readonly dataSets: readonly string[];
}

/** Errors are not taken as smaller than half an example of 200. */
const logError = (accuracy: number): number => Math.log(Math.max(0.0025, 1 - accuracy));

/** Least deviations: a handful of data sets that agree do not prove that the next one does. */
const LEAST = { apart: 0.005, level: 0.1, exponent: 0.1 };
const UNKNOWN = {
  apart: { mean: 0, deviation: 0.1 },
  level: { mean: 0.7, deviation: 0.2 },
  exponent: { mean: 0.4, deviation: 0.3 },
};

/** From draws of other data sets of the modality, the more the nearer their number of examples a class is. */
export function priorOf(
  records: readonly AdvisorRecord[],
  modality: RawExamples['modality'],
  shots: number,
  kinds: readonly string[],
): Prior {
  const own = records.filter((record) => record.modality === modality);
  const cells = cellsOf(own).map((draws) => cellOf(draws, shots, kinds));
  const of = (what: keyof typeof LEAST, value: (cell: Cell) => number | undefined): Normal => {
    const found = cells.flatMap((cell) => {
      const figure = value(cell);
      return figure === undefined ? [] : [{ value: figure, weight: cell.weight }];
    });
    return found.length > 1 ? weightedNormal(found, LEAST[what]) : UNKNOWN[what];
  };
  return {
    exponent: of('exponent', ({ exponent }) => exponent),
    apart: new Map(kinds.map((kind) => [kind, of('apart', ({ apart }) => apart.get(kind))])),
    level: of('level', ({ level }) => level),
    dataSets: [...new Set(own.map(({ data }) => data))].sort(),
  };
}

/** Draws of the same data set with the same number of shots. */
function cellsOf(records: readonly AdvisorRecord[]): AdvisorRecord[][] {
  const cells = new Map<string, AdvisorRecord[]>();
  for (const record of records) {
    const key = `${record.shots} ${record.data}`;
    cells.set(key, [...(cells.get(key) ?? []), record]);
  }
  return [...cells.values()];
}

interface Cell {
  readonly weight: number;
  readonly level: number;
  readonly exponent: number;
  readonly apart: ReadonlyMap<string, number>;
}

/** Means over the draws of one data set at one number of shots. */
function cellOf(draws: readonly AdvisorRecord[], shots: number, kinds: readonly string[]): Cell {
  const first = draws[0] as AdvisorRecord;
  const everywhere = kinds.filter((kind) => draws.every(({ arms }) => arms[kind]));
  const accuracy = (of: 'accuracy' | 'more', some: readonly AdvisorRecord[]) => (kind: string) =>
    mean(some.map(({ arms }) => arms[kind]?.[of] ?? 0));
  const level = mean(everywhere.map(accuracy('accuracy', draws)));
  const after = mean(everywhere.map(accuracy('more', draws)));
  const apart = kinds.flatMap((kind): [string, number][] => {
    // Some arms were fitted in some of the draws only: they are compared with what the others came to in these.
    const some = draws.filter(({ arms }) => arms[kind]);
    if (some.length === 0 || everywhere.length === 0) return [];
    const own = accuracy('accuracy', some);
    return [[kind, own(kind) - mean(everywhere.map(own))]];
  });
  return {
    weight: Math.exp(-0.5 * Math.log2(shots / first.shots) ** 2),
    level,
    exponent: (logError(level) - logError(after)) / Math.log((first.shots + MORE_SHOTS) / first.shots),
    apart: new Map(apart),
  };
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
