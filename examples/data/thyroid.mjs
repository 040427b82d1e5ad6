// node examples/data/thyroid.mjs hypothyroid.csv: writes thyroid.csv, every row of the rare classes and as many others.
// Source: R. Quinlan, Thyroid Disease, UCI Machine Learning Repository, doi:10.24432/C5D010, CC BY 4.0.
import { readFileSync, writeFileSync } from 'node:fs';

const [source = ''] = process.argv.slice(2);
const [header = '', ...rows] = readFileSync(source, 'utf8').trim().split('\n');
const of = (/** @type {string} */ label) => rows.filter((row) => row.endsWith(`,${label}`));
const rare = [...of('primary_hypothyroid'), ...of('compensated_hypothyroid')];
const common = of('negative');
const step = Math.floor(common.length / rare.length);
const some = common.filter((_, i) => i % step === 0).slice(0, rare.length);
const kept = new Set([...rare, ...some]);
writeFileSync(
  new URL('thyroid.csv', import.meta.url),
  `${[header, ...rows.filter((row) => kept.has(row))].join('\n')}\n`,
);
