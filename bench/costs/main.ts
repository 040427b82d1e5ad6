// npm run bench -- costs [HEAD…]: processor seconds of a fit of each head among those of a run, and the powers of examples, columns
// and classes that they grow with: the rows of libs/fewshot/src/advisor/head-seconds.ts.
import {
  chooseHead,
  columnProducts,
  countedExamples,
  fitsOfFolds,
  type HeadMethod,
  headKinds,
  matrix,
  rowOf,
  type Support,
  solvePositive,
} from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { drawClouds } from '../frame/clouds.js';
import { benchOptions } from '../frame/options.js';

const heads = headKinds.filter(({ transductive }) => !transductive).map(({ name }) => name);
const options = benchOptions(heads);
/** A run with less to solve is but its start. */
const LEAST = 0.03;
/** A fit that took longer is the last of its row. */
const SECONDS = 2;
const onFeatures = { columns: [128, 512, 1280], most: 3000, modality: 'TEXT', isUnit: true } as const;
const onColumns = { columns: [5, 20, 80], most: 7000, modality: 'TABLE', isUnit: false } as const;
const trees = ['RANDOM_FOREST', 'EXTRA_TREES', 'TABLE_ENSEMBLE'];
await loadBackend({ threads: { intra: 1, inter: 1 } });
for (const method of heads.filter((name) => options.wants(name))) {
  const measured: number[][] = [];
  const { columns, most, modality, isUnit } = trees.includes(method) ? onColumns : onFeatures;
  for (const dim of columns)
    for (const ways of [2, 10, 77])
      for (const each of [5, 10, 40, 160, 640, 2560]) {
        const examples = each * ways;
        if (examples > most || examples < 20) continue;
        const known = measured.at(-1);
        if (known && known[0]! > Math.log(SECONDS) && known[3] === Math.log(ways)) continue;
        const seconds = secondsOf(method, overlapping(examples, dim, ways, isUnit), modality);
        console.error(`${method} ${examples} x ${dim}, ${ways} classes: ${seconds.toFixed(3)} s`);
        const ofFit = seconds / fitsOfFolds(examples);
        if (seconds > LEAST)
          measured.push([
            Math.log(ofFit),
            Math.log(countedExamples(method, examples)),
            Math.log(dim),
            Math.log(ways),
          ]);
      }
  const [constant, ...powers] = leastSquares(measured);
  const spread = measured.map((row) =>
    Math.abs(row[0]! - constant! - powers.reduce((sum, power, i) => sum + power * row[i + 1]!, 0)),
  );
  const typical = Math.exp(spread.sort((a, b) => a - b)[Math.floor(spread.length / 2)]!);
  const worst = Math.exp(spread[Math.floor(0.9 * spread.length)]!);
  console.log(
    `  ${method}: [${[Math.exp(constant!).toExponential(2), ...powers.map((p) => p.toFixed(2))].join(', ')}], // off by a factor of ${typical.toFixed(2)} in the median, ${worst.toFixed(2)} at 90 %`,
  );
}

function secondsOf(method: HeadMethod, support: Support, modality: 'TEXT' | 'TABLE'): number {
  const once = () => {
    const before = process.cpuUsage();
    chooseHead(support, { method, transform: 'NONE', neighbours: 3 } as never, modality);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  const first = once();
  return first > 1 ? first : Math.min(first, once());
}

/** Clouds that overlap a little; of length 1 as encoders give them, which takes more steps to tell apart. */
function overlapping(examples: number, columns: number, classes: number, isUnit: boolean): Support {
  const support = drawClouds(1, { columns, classes, apart: 1 })(examples);
  for (let i = 0; isUnit && i < examples; i++) {
    const row = rowOf(support.features, i);
    const length = Math.hypot(...row);
    row.set(row.map((value) => value / length));
  }
  return support;
}

/** Coefficients of y = c0 + c1 x1 + … over rows [y, x1, …]. */
function leastSquares(rows: readonly number[][]): number[] {
  const x = matrix(
    rows.length,
    rows[0]!.length,
    rows.flatMap(([, ...terms]) => [1, ...terms]),
  );
  const y = matrix(
    rows.length,
    1,
    rows.map(([value]) => value!),
  );
  return [...solvePositive(columnProducts(x, x), columnProducts(x, y)).values];
}
