import type { PackManifest, LabelCheckReport as Report } from '@kshot/domain';
import type { Figure } from '@kshot/fewshot';
import { presentFigure } from '../evaluation/figure.type.js';
import type { AmbiguousPair, FixWorth, LabelCheckReport } from './label-check.type.js';
import { intervalOf, points, relabelWarning } from './relabel-warning.js';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** The stored report with names and sentences. */
export function presentReport(report: Report, { classes }: Pick<PackManifest, 'classes'>): LabelCheckReport {
  const { counts, judged, accuracy, worth } = report;
  const agreement = `A head that had not seen them gave ${percent(accuracy)} of the ${judged.toLocaleString('en')} examples the label that they carry.`;
  const wrong = `${many(counts.WRONG_LABEL, 'label')} ${counts.WRONG_LABEL === 1 ? 'is' : 'are'} probably wrong`;
  const copies = `${many(counts.CONFLICTING_COPY, 'example')} with a copy of another label, ${many(counts.COPY, 'plain copy', 'plain copies')}`;
  const unknown =
    counts.WRONG_LABEL > 0 && !worth.relabelled
      ? ' What mending labels is worth is not known: it takes three folds, and held-out examples whose labels are not in doubt.'
      : '';
  return {
    summary: `${agreement} ${wrong}; ${copies}.${unknown} Look at the first findings before you change anything: hard examples are among them.`,
    agreement: accuracy,
    conflictingCopies: counts.CONFLICTING_COPY,
    wrongLabels: counts.WRONG_LABEL,
    copies: counts.COPY,
    copyThreshold: report.copyThreshold,
    relabelWarning: relabelWarning(worth.relabelled),
    worth: [
      ...worthOf('Suspicious labels changed as suggested', worth.relabelled),
      ...worthOf('Suspicious labels left out', worth.removed),
      ...worthOf('Only one of each set of copies kept', worth.deduplicated),
    ],
    pairs: report.pairs.map((pair) => presentPair(pair, classes)),
  };
}

function worthOf(fix: string, figure: Figure | null): FixWorth[] {
  if (!figure) return [];
  const clear = figure.low > 0 || figure.high < 0;
  const sentence = `${fix}: ${intervalOf(figure, ' of accuracy')}${clear ? '' : ', which may be nothing'}. Learnt from the training part of each fold, which was mended by what it shows itself; scored on held-out examples whose labels are not in doubt.`;
  return [{ fix, figure: presentFigure(figure), sentence }];
}

function presentPair(pair: Report['pairs'][number], classes: PackManifest['classes']): AmbiguousPair {
  const [a, b] = pair.classes.map((k) => classes[k]?.name ?? '') as [string, string];
  const figure = (value: number, low: number, high: number) =>
    presentFigure({ value, low, high, method: 'WILSON', of: 'EXAMPLES' });
  return {
    classes: [a, b],
    confused: figure(pair.share, pair.low, pair.high),
    chance: pair.chance,
    worth: figure(pair.worth, pair.worthLow, pair.worthHigh),
    sentence: `${a} and ${b}: ${pair.confused} of ${pair.examples} examples were taken for the other one (${percent(pair.share)}, by chance ${percent(pair.chance)}). Were they one class, ${points(pair.worth)} of accuracy would be gained.`,
  };
}
