/** How texts are cut into the pieces of a BERT vocabulary. */
export interface WordPieceVocabulary {
  /** A piece's number is its place in the list; `##` begins one that continues a word. */
  readonly pieces: readonly string[];
  readonly lowercase: boolean;
  readonly unknown: string;
  /** Pieces that are read as they stand where a text spells them out. */
  readonly specials?: readonly string[];
}

/** Those of BERT. */
export const BERT_SPECIALS = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];

/** A longer word is unknown, as the reference has it. */
const LONGEST_WORD = 100;
const ASCII = /^[\t\n\r\x20-\x7e]*$/;
const NOT_SHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u;
const IDEOGRAPH =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b920}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
/** Punctuation that Unicode has taken in since version 8, which the reference keeps to. Marks as new are dropped here, and kept there. */
const LATER =
  '\\u061d\\u09fd\\u0a76\\u0c77\\u0c84\\u1b4e-\\u1b4f\\u1b7d-\\u1b7f\\u2e43-\\u2e4f\\u2e52-\\u2e5d\\u{10d6e}\\u{10ead}\\u{10ed0}\\u{10f55}-\\u{10f59}\\u{10f86}-\\u{10f89}\\u{113d4}-\\u{113d8}\\u{1144b}-\\u{1144f}\\u{1145a}-\\u{1145d}\\u{11660}-\\u{1166c}\\u{116b9}\\u{1183b}\\u{11944}-\\u{11946}\\u{119e2}\\u{11a3f}-\\u{11a46}\\u{11a9a}-\\u{11aa2}\\u{11b00}-\\u{11b09}\\u{11be1}\\u{11c41}-\\u{11c45}\\u{11c70}-\\u{11c71}\\u{11ef7}-\\u{11ef8}\\u{11f43}-\\u{11f4f}\\u{11fff}\\u{12ff1}-\\u{12ff2}\\u{16d6d}-\\u{16d6f}\\u{16e97}-\\u{16e9a}\\u{16fe2}\\u{1e5ff}\\u{1e95e}-\\u{1e95f}';
const MARK = `(?:[!-/:-@\\[-\`{-~\\u166d\\u{111c9}]|(?![${LATER}])\\p{P})`;
const WORDS = new RegExp(`${MARK}|(?:(?!${MARK})\\S)+`, 'gu');

/**
 * A tokeniser of a BERT vocabulary: control characters go, ideographs and punctuation stand alone, case and accents are folded
 * where the vocabulary wants it; then the longest piece from the left (WordPiece, Wu 2016). Without the marks of begin and end.
 */
export function wordPieces({
  pieces,
  lowercase,
  unknown,
}: WordPieceVocabulary): (text: string, most?: number) => number[] {
  const numbers = new Map(pieces.map((piece, i) => [piece, i]));
  const unknownNumber = numbers.get(unknown) ?? 0;
  const known = new Map<string, readonly number[]>();
  return (text, most = Number.POSITIVE_INFINITY) => {
    const found: number[] = [];
    for (const [word] of cleaned(text, lowercase).matchAll(WORDS)) {
      let cut = known.get(word);
      if (!cut) {
        cut = cutWord(word, numbers, unknownNumber);
        if (known.size < MOST_REMEMBERED) known.set(word, cut);
      }
      for (const number of cut) found.push(number);
      if (found.length >= most) return found.slice(0, most);
    }
    return found;
  };
}

/** Words that are remembered: most texts are made of few. */
const MOST_REMEMBERED = 50_000;

function cleaned(text: string, lowercase: boolean): string {
  if (ASCII.test(text)) return lowercase ? text.toLowerCase() : text;
  let shown = '';
  for (const character of text) {
    if (/[\t\n\r]/.test(character)) shown += ' ';
    else if (!NOT_SHOWN.test(character)) shown += character;
  }
  const spaced = shown.replace(IDEOGRAPH, ' $& ');
  if (!lowercase) return spaced;
  // One character at a time: the last sigma of a word is like the others.
  let folded = '';
  for (const character of spaced.normalize('NFD').replace(/\p{Mn}/gu, '')) folded += character.toLowerCase();
  return folded;
}

function cutWord(word: string, numbers: ReadonlyMap<string, number>, unknown: number): number[] {
  const characters = [...word];
  if (characters.length > LONGEST_WORD) return [unknown];
  const found: number[] = [];
  for (let start = 0; start < characters.length; ) {
    let [end, number] = [characters.length, undefined as number | undefined];
    for (; end > start; end--) {
      number = numbers.get((start > 0 ? '##' : '') + characters.slice(start, end).join(''));
      if (number !== undefined) break;
    }
    if (number === undefined) return [unknown];
    found.push(number);
    start = end;
  }
  return found;
}
