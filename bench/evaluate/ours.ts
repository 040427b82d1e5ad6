import { peakMemory } from '@kshot/domain';
import {
  classRows,
  compareCandidates,
  episodeSet,
  evaluateFeatures,
  meanInterval,
  penaltyGrid,
  report,
  unitScores,
} from '@kshot/fewshot';
import { loadBackend } from '@kshot/native';
import { episodeData, foldData } from './data.js';
import type { Found } from './found.js';
import { METHODS } from './methods.js';

// ours.ts WORK ROUNDS: one JSON line with the seconds of each round and what came out.
const [work = '', rounds] = process.argv.slice(2);
await loadBackend();
const SHAPE = { ways: 5, shots: 5, queries: 15, scope: 'ALL' } as const;

/** What a round of a row does, by its number. */
type Work = (round: number) => Found;

function episodes(count: number, transform: 'NONE' | 'L2N'): Work {
  const { features, labels, classes } = episodeData();
  const names = Array.from({ length: classes }, (_, k) => `class ${k}`);
  return (seed) => {
    const set = episodeSet(classRows(labels, names), { ...SHAPE, count, seed });
    const candidate = { name: transform, method: 'CENTROID', transform } as const;
    const units = evaluateFeatures(features, labels, classes, candidate, { kind: 'EPISODES', set });
    const { mean, halfWidth } = meanInterval(Array.from(units, (unit) => unitScores(unit).accuracy));
    return { mean, halfWidth };
  };
}

function grid(method: 'RIDGE' | 'LOGISTIC'): Work {
  const { features, labels, classes, plans, penalties } = foldData();
  return () => penaltyGrid(features, labels, classes, method, penalties[method], plans);
}

/** To the finished leaderboard: eight methods on the same thousand episodes, reports and paired tests. */
function study(): Work {
  const { features, labels, classes } = episodeData();
  const names = Array.from({ length: classes }, (_, k) => `class ${k}`);
  return () => {
    const set = episodeSet(classRows(labels, names), { ...SHAPE, count: 1000, seed: 1 });
    const contenders = METHODS.map((method) => {
      const candidate = { name: method, method, transform: 'L2N' } as const;
      return {
        name: method,
        units: [...evaluateFeatures(features, labels, classes, candidate, { kind: 'EPISODES', set })],
      };
    });
    for (const { units } of contenders) report(units, 'EPISODES');
    const { standings } = compareCandidates(contenders, 'EPISODES');
    return { standings: standings.map(({ name, figure }) => [name, figure.value, figure.low, figure.high]) };
  };
}

const works: Readonly<Record<string, () => Work>> = {
  'episodes-protonet-1000': () => episodes(1000, 'NONE'),
  'episodes-simpleshot-1000': () => episodes(1000, 'L2N'),
  'episodes-protonet-10000': () => episodes(10_000, 'NONE'),
  'cross-validation-ridge': () => grid('RIDGE'),
  'cross-validation-logistic': () => grid('LOGISTIC'),
  'study-8-methods-1000-episodes': study,
};
const run = works[work]?.();
if (!run) throw new Error(`There is no row ${work}.`);
const samples: number[] = [];
let found: Found | undefined;
for (let i = 0; i < Number(rounds); i++) {
  const started = performance.now();
  found = run(i);
  samples.push((performance.now() - started) / 1000);
}
console.log(JSON.stringify({ samples, found, peakMemory: peakMemory() }));
process.exit(0);
