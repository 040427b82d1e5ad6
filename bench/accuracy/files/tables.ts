import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  argMax,
  discriminant,
  forest,
  headScores,
  logisticHead,
  type Matrix,
  nearestNeighbours,
  ridgeByLeaveOneOut,
  rowOf,
  type Support,
  tableEnsemble,
} from '@kshot/fewshot';
import { hasLibrary } from '../../frame/peer-libraries.js';
import { peerLines } from '../../frame/processes.js';
import type { FileOptions } from '../options.js';
import { balancedAccuracy } from './balanced-accuracy.js';
import { printRow } from './print-row.js';
import { readFile } from './read-file.js';
import { type TableDraw, tableDraws } from './table-draws.js';

type Fit = (support: Support, seed: number) => Parameters<typeof headScores>[0];
const METHODS: Readonly<Record<string, Fit>> = {
  'logistic regression': (support) => logisticHead(support, 1),
  'linear discriminant': (support) => discriminant(support),
  'random forest': (support, seed) => forest(support, 'RANDOM', seed),
  'extra trees': (support, seed) => forest(support, 'EXTRA', seed),
  '5 nearest neighbours': (support) => nearestNeighbours(support, 5, 'UNIFORM'),
  ridge: (support) => ridgeByLeaveOneOut(support),
  'table ensemble': tableEnsemble,
};

/**
 * Tables: supports of K examples a class (of a smaller class half of them), balanced accuracy on the rest. Where scikit-learn is
 * installed its methods are scored on the same encoded draws. `heads` are the methods, by these names; all without.
 */
export async function tables(
  file: string,
  { allShots: shot, draws = 100, seed, heads, json }: FileOptions,
): Promise<void> {
  const read = await readFile(file);
  const units = tableDraws(read, shot, draws, seed);
  const way = read.classes.length;
  const split = 'all classes, balanced accuracy';
  const row = { data: read.data, split, way, shot, unit: 'draws', seed };
  for (const [method, fit] of Object.entries(METHODS)) {
    if (heads && !heads.includes(method)) continue;
    const started = performance.now();
    const values = units.map(({ support, x, truth, seed: own }) => {
      const scores = headScores(fit(support, own), x);
      return balancedAccuracy(argMax(Float32Array.from(scores.values), way), truth, way);
    });
    printRow(row, method, values, (performance.now() - started) / 1000, json);
  }
  for (const { method, values, seconds } of peers(units, heads))
    printRow(row, `scikit-learn ${method}`, values, seconds, json);
}

interface PeerLine {
  readonly method: string;
  readonly values: readonly number[];
  readonly seconds: number;
}

/** scikit-learn's methods on the same draws, where it is installed. */
function peers(units: readonly TableDraw[], heads: readonly string[] = []): PeerLine[] {
  if (!hasLibrary('sklearn')) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-tables-'));
  const file = path.join(folder, 'draws.json');
  const rows = (x: Matrix) => Array.from({ length: x.rows }, (_, i) => [...rowOf(x, i)]);
  const draws = units.map(({ support, x, truth }) => [
    rows(support.features),
    [...support.labels],
    rows(x),
    [...truth],
  ]);
  try {
    writeFileSync(file, JSON.stringify(draws));
    return peerLines<PeerLine>(new URL('table_peers.py', import.meta.url), [file, ...heads], 3600);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
