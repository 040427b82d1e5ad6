import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  classAverages,
  derivedSeed,
  discriminant,
  drawn,
  encodeTable,
  fitTable,
  forest,
  headScores,
  logisticHead,
  matrix,
  meanInterval,
  nearestNeighbours,
  randomFrom,
  ridgeByLeaveOneOut,
  tableEnsemble,
} from '@kshot/fewshot';
import { printRow } from './print-row.mjs';
import { readFile } from './read-file.mjs';

const DRAW = 42;
const DRAWS = 100;
/** Examples that are scored in a draw at most. */
const MOST_SCORED = 1500;

const METHODS = {
  'logistic regression': (support) => logisticHead(support, 1),
  'linear discriminant': (support) => discriminant(support),
  'random forest': (support, seed) => forest(support, 'RANDOM', seed),
  'extra trees': (support, seed) => forest(support, 'EXTRA', seed),
  '5 nearest neighbours': (support) => nearestNeighbours(support, 5, 'UNIFORM'),
  ridge: (support) => ridgeByLeaveOneOut(support),
  'table ensemble': tableEnsemble,
};

/**
 * Tables: supports of K examples a class (of a smaller class half of them), balanced accuracy on the rest. With
 * scikit-learn in KSHOT_BENCH_PYTHON its methods are scored on the same encoded draws. `heads` are the methods, by these names; all without.
 */
export async function tables(file, { allShots: shots, draws = DRAWS, seed, heads, json }) {
  const read = await readFile(file);
  const units = drawsOf(read, shots, draws, seed);
  const described = {
    data: read.data,
    split: 'all classes, balanced accuracy',
    way: read.classes.length,
    shot: shots,
    unit: 'draws',
    seed,
  };
  const print = (method, values, seconds) => {
    const { mean, halfWidth } = meanInterval(values);
    const row = { ...described, method, episodes: values.length, mean, ci95: halfWidth };
    printRow({ ...row, seconds: (seconds / values.length) * 1000 }, json);
  };
  for (const [method, fit] of Object.entries(METHODS)) {
    if (heads && !heads.includes(method)) continue;
    const started = performance.now();
    const values = units.map(({ support, x, truth, seed: own }) =>
      balancedAccuracyOf(headScores(fit(support, own), x), truth),
    );
    print(method, values, (performance.now() - started) / 1000);
  }
  for (const { method, values, seconds } of peers(units, heads))
    print(`scikit-learn ${method}`, values, seconds);
}

function drawsOf({ raw, labels, classes, support }, shots, draws, seed) {
  return Array.from({ length: draws }, (_, i) => {
    const own = derivedSeed(seed, DRAW, i);
    const random = randomFrom(own);
    const fit = Int32Array.from(
      support.flatMap(({ rows }) => [...drawn(rows, Math.min(shots, Math.floor(rows.length / 2)), random)]),
    );
    const taken = new Set(fit);
    const rest = labels.map((_, row) => row).filter((row) => !taken.has(row));
    const scored = drawn(rest, Math.min(MOST_SCORED, rest.length), random);
    const input = fitTable(raw.columns, fit);
    const encoded = (rows) => {
      const values = encodeTable(input, raw.columns, rows);
      return matrix(rows.length, values.length / rows.length, values);
    };
    const truth = (rows) => rows.map((row) => labels[row]);
    return {
      seed: own,
      support: { features: encoded(fit), labels: truth(fit), ways: classes.length },
      x: encoded(scored),
      truth: truth(scored),
    };
  });
}

function balancedAccuracyOf({ values, columns }, truth) {
  const [hits, actual, said] = [0, 1, 2].map(() => new Float64Array(columns));
  for (const [i, k] of truth.entries()) {
    const row = values.subarray(i * columns, (i + 1) * columns);
    const best = row.indexOf(Math.max(...row));
    actual[k]++;
    said[best]++;
    if (best === k) hits[k]++;
  }
  return classAverages(hits, actual, said).balancedAccuracy;
}

/** scikit-learn's methods on the same draws, where it is installed. */
function peers(units, heads = []) {
  const python = process.env.KSHOT_BENCH_PYTHON;
  if (!python) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'kshot-tables-'));
  const file = path.join(folder, 'draws.json');
  const rows = ({ rows: n, columns, values }) =>
    Array.from({ length: n }, (_, i) => [...values.subarray(i * columns, (i + 1) * columns)]);
  try {
    writeFileSync(
      file,
      JSON.stringify(
        units.map(({ support, x, truth }) => [
          rows(support.features),
          [...support.labels],
          rows(x),
          [...truth],
        ]),
      ),
    );
    const script = fileURLToPath(new URL('table_peers.py', import.meta.url));
    const options = { maxBuffer: 1e8, env: { ...process.env, OMP_NUM_THREADS: '1' } };
    return JSON.parse(execFileSync(python, [script, file, ...heads], options).toString());
  } finally {
    rmSync(folder, { recursive: true });
  }
}
