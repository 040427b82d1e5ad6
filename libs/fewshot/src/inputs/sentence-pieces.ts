/** A piece of text and its log probability; its number is its place in the list. The first is the unknown piece. */
export type Piece = readonly [text: string, score: number];

/** Pieces that stand for no text: unknown, begin and end of a sentence, and such. They score 0. */
const isControl = ([, score]: Piece): boolean => score === 0;

/** What an unknown character costs beside the least likely piece (as SentencePiece has it). */
const UNKNOWN_COST = 10;

/** The words of a text after NFKC. */
const nfkcWords = (text: string): string[] => text.normalize('NFKC').split(/\s+/u).filter(Boolean);

/**
 * A unigram SentencePiece tokeniser (Kudo 2018): `words` of the text, each with U+2581 in front, then the segmentation whose
 * scores have the largest sum, by Viterbi. Neighbouring unknown characters become one piece 0. A text of blanks alone has
 * no pieces.
 */
export function sentencePieces(
  vocabulary: readonly Piece[],
  words: (text: string) => readonly string[] = nfkcWords,
): (text: string) => Int32Array {
  const numbers = new Map(
    vocabulary.flatMap((piece, i) => (isControl(piece) ? [] : [[piece[0], i] as const])),
  );
  const longest = vocabulary.reduce((most, [text]) => Math.max(most, [...text].length), 0);
  const unknown = vocabulary.reduce((least, [, score]) => Math.min(least, score), 0) - UNKNOWN_COST;
  return (text) => {
    const characters = words(text).flatMap((word) => ['\u2581', ...word]);
    // Sums of 32 bits, as SentencePiece has them: they decide between segmentations that are as good.
    const best = new Float32Array(characters.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(characters.length + 1);
    best[0] = 0;
    for (let start = 0; start < characters.length; start++) {
      let piece = '';
      for (let end = start + 1; end <= Math.min(characters.length, start + longest); end++) {
        piece += characters[end - 1];
        const number = numbers.get(piece);
        if (number === undefined && end > start + 1) continue;
        const score = number === undefined ? unknown : (vocabulary[number] as Piece)[1];
        const sum = Math.fround((best[start] as number) + score);
        if (sum <= (best[end] as number)) continue;
        best[end] = sum;
        from[end] = start;
      }
    }
    const found: number[] = [];
    for (let end = characters.length; end > 0; end = from[end] as number) {
      const number = numbers.get(characters.slice(from[end], end).join('')) ?? 0;
      if (number !== 0 || found.at(-1) !== 0) found.push(number);
    }
    return Int32Array.from(found.reverse());
  };
}
