import type { RawInput } from '@kshot/ingest';

/** Characters of a text that take about as long as a short text. */
const CHARACTERS = 128;
/** Where encoders stop reading, or count little more. */
const HEAVIEST = 10;

/** How long inputs take, in short texts, photos or rows. */
export const weightOf = (inputs: readonly RawInput[]): number =>
  inputs.reduce((sum, input) => sum + weightOfOne(input), 0);

const weightOfOne = (input: RawInput): number =>
  'text' in input ? Math.min(HEAVIEST, Math.max(1, input.text.length / CHARACTERS)) : 1;

/** Inputs in their order, in pieces of at most this weight, or of one input. */
export function* piecesOf(inputs: readonly RawInput[], most: number): Generator<readonly RawInput[]> {
  for (let from = 0; from < inputs.length; ) {
    let to = from;
    let weight = 0;
    do weight += weightOfOne(inputs[to++] as RawInput);
    while (to < inputs.length && weight + weightOfOne(inputs[to] as RawInput) <= most);
    yield inputs.slice(from, to);
    from = to;
  }
}
