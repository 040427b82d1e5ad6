import type { Support } from '../heads/head.js';
import { columnWidth } from '../inputs/columns/column-kinds.js';
import type { RawExamples } from '../inputs/examples.js';
import type { InputColumn, InputSpec, TextColumn } from '../inputs/input-spec.js';
import { chooseHead } from './choose-head.js';
import type { Backbone } from './feature-extractor.js';
import { plainBackbone, plainFeatures, plainStart } from './plain-backbone.js';

/** What judges whether texts tell classes apart: quick, and as good on words as any. */
const JUDGE = { method: 'LOGISTIC', transform: 'NONE', metric: 'COSINE', neighbours: 3, penalty: 1 } as const;

/**
 * A table as its own features, without those of its texts that make examples held out from the training rows less likely: texts
 * that say nothing of the classes are many numbers of noise. They stay columns of the input, of no number.
 */
export function tellingColumns(
  raw: RawExamples,
  train: Int32Array,
  { labels, ways }: Pick<Support, 'labels' | 'ways'>,
): Backbone {
  const { input: whole } = plainBackbone(raw, train);
  if (whole.modality !== 'TABLE') return plainStart(whole);
  const own = train.map((row) => labels[row] as number);
  const lossOf = (input: InputSpec): number =>
    chooseHead({ features: plainFeatures(input, raw, train), labels: own, ways }, JUDGE, 'TABLE').heldOut
      ?.loss ?? 0;
  let best = { input: whole, loss: whole.columns.some(isText) ? lossOf(whole) : 0 };
  for (const [index, column] of whole.columns.entries()) {
    if (!isText(column)) continue;
    const columns = best.input.columns.map((each, i) => (i === index ? silent(column) : each));
    if (columns.every((each) => columnWidth(each) === 0)) break;
    const input = { ...best.input, columns };
    const loss = lossOf(input);
    if (loss < best.loss) best = { input, loss };
  }
  return plainStart(best.input);
}

const isText = (column: InputColumn): column is TextColumn => column.kind === 'TEXT';

const silent = (column: TextColumn): TextColumn => ({ ...column, components: [], flagMissing: false });
