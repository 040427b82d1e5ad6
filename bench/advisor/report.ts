import { mean, percent as percentOf } from '../frame/figures.js';
import { median } from '../frame/samples.js';
import type { ScoredRow } from './score.js';

type Rows = readonly ScoredRow[];

const percent = (share: number): string => percentOf(share, 1);

/** A row as a person reads it. */
export function text(row: ScoredRow): string {
  const { seconds, secondsPredicted = 0, memory = 0, memoryPredicted = 0 } = row;
  const cost = seconds
    ? `; ${secondsPredicted.toFixed(1)} s said, ${seconds.toFixed(1)} s taken; ${(memoryPredicted / 1e6).toFixed(0)} MB said, ${(memory / 1e6).toFixed(0)} MB taken`
    : '';
  return `${row.data.padEnd(22)} ${row.classes}-way ${row.shots}-shot: ${percent(row.predicted)} ± ${percent(row.halfWidth)} % said, ${percent(row.accuracy)} % reached, ${row.covered}/${row.draws} covered; regret ${percent(row.regret)} (by draw ${percent(row.regretByDraw)}, by folds alone ${percent(row.regretWithoutPrior)}); 5 more: ${percent(row.gainPredicted)} said, ${percent(row.gain)} reached, ${row.gainCovered}/${row.draws} covered${cost}`;
}

/** Every data set counts the same. */
const byDataSet = (rows: Rows, of: (row: ScoredRow) => number): number =>
  mean(dataSetsOf(rows).map((name) => mean(rows.filter(({ data }) => data === name).map(of))));

const dataSetsOf = (rows: Rows): string[] => [...new Set(rows.map(({ data }) => data))];

/** Mean regret by modality: the advisor's, and that of the rules which always answer the same, the best first. */
function modalities(rows: Rows) {
  return [...new Set(rows.map(({ modality }) => modality))].map((modality) => {
    const own = rows.filter((row) => row.modality === modality);
    const kinds = Object.keys(own[0]?.constants ?? {}).filter((kind) =>
      own.every(({ constants }) => kind in constants),
    );
    const constants = Object.fromEntries(
      kinds
        .map((kind) => [kind, byDataSet(own, (row) => row.constants[kind] ?? 0)] as const)
        .sort(([, one], [, other]) => one - other),
    );
    const regret = byDataSet(own, (row) => row.regret);
    return { modality, dataSets: dataSetsOf(own).length, regret, constants };
  });
}

const modalityText = ({
  modality,
  dataSets,
  regret,
  constants,
}: ReturnType<typeof modalities>[number]): string =>
  `${modality} (${dataSets}): regret ${percent(regret)}; always ${Object.entries(constants)
    .slice(0, 3)
    .map(([kind, value]) => `${kind} ${percent(value)}`)
    .join(', ')}`;

/** Over all rows; every data set counts the same in regret, every draw in coverage. */
export function summary(rows: Rows) {
  const names = dataSetsOf(rows);
  const draws = rows.reduce((sum, row) => sum + row.draws, 0);
  const costed = rows.filter(({ seconds }) => seconds);
  const errors = (name: 'secondsError' | 'memoryError') => {
    const values = costed.map((row) => row[name] ?? 0);
    return values.length > 0 ? { median: median(values), mean: mean(values) } : null;
  };
  const found = {
    dataSets: names.length,
    draws,
    regret: byDataSet(rows, ({ regret }) => regret),
    regretByDraw: byDataSet(rows, ({ regretByDraw }) => regretByDraw),
    regretWithoutPrior: byDataSet(rows, ({ regretWithoutPrior }) => regretWithoutPrior),
    coverage: rows.reduce((sum, { covered }) => sum + covered, 0) / draws,
    gainCoverage: rows.reduce((sum, { gainCovered }) => sum + gainCovered, 0) / draws,
    halfWidth: byDataSet(rows, ({ halfWidth }) => halfWidth),
    secondsError: errors('secondsError'),
    memoryError: errors('memoryError'),
    modalities: modalities(rows),
  };
  const cost =
    found.secondsError && found.memoryError
      ? `, cost error: seconds median ${percent(found.secondsError.median)} % mean ${percent(found.secondsError.mean)} %, memory median ${percent(found.memoryError.median)} % mean ${percent(found.memoryError.mean)} %`
      : '';
  return {
    ...found,
    text: `${names.length} data sets, ${draws} draws: mean regret ${percent(found.regret)} points to the best in the mean of the draws (hindsight), ${percent(found.regretByDraw)} to the best of each draw, ${percent(found.regretWithoutPrior)} by folds alone; 90 % intervals cover ${percent(found.coverage)} % (half width ${percent(found.halfWidth)}), those of 5 more a class ${percent(found.gainCoverage)} %${cost}\n${found.modalities.map(modalityText).join('\n')}`,
  };
}
