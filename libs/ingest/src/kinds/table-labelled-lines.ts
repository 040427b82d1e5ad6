import type { Source } from '../archives/archive.js';
import type { RawRows, TableKind } from '../tables/table.js';
import { decodeWhole } from '../texts/decode-text.js';
import { withoutMarks } from './records/spoken-text.js';

/** A way of writing texts with their classes line by line. */
interface Style {
  matches(head: string): boolean;
  /** [label, text] of each example. */
  rows(lines: readonly string[]): string[][];
}

const PREFIX = '__label__';

/** fastText: labels with a prefix, then the text. Several labels of a line stay in one cell, with commas. */
const prefixed: Style = {
  matches: (head) => /^\s*__label__\S/.test(head),
  rows: (lines) =>
    lines.map((line) => {
      const words = line.trim().split(/\s+/);
      const labels = words.filter((word) => word.startsWith(PREFIX)).map((word) => word.slice(PREFIX.length));
      return [labels.join(','), words.filter((word) => !word.startsWith(PREFIX)).join(' ')];
    }),
};

const HEADING = /^##\s*([a-z_]+)\s*:\s*(\S.*)$/i;

/** Rasa's Markdown: examples with dashes under a heading with their intent; synonyms and look-up tables are none. */
const underHeadings: Style = {
  matches: (head) => /^\s*(#[^#].*\s+)*##\s*intent\s*:\s*\S/i.test(head),
  rows(lines) {
    let intent: string | undefined;
    return lines.flatMap((line) => {
      const [, kind, name] = HEADING.exec(line.trim()) ?? [];
      if (name !== undefined) intent = kind?.toLowerCase() === 'intent' ? name.trim() : undefined;
      const [, text] = /^\s*[-*+]\s+(\S.*)$/.exec(line) ?? [];
      return intent !== undefined && text !== undefined ? [[intent, withoutMarks(text.trim())]] : [];
    });
  },
};

const NAMED = /^\s*(\p{L}[^:,;\t|"{}<>]{0,49}):\s+(\S.*)$/u;
const FEWEST_LINES = 4;
/** Characters by which a file is known. */
const HEAD = 4096;

/** "refund: I want my money back": on each line a class that comes again, and its text. */
const named: Style = {
  matches(head) {
    const lines = wholeLines(head);
    const found = lines.flatMap((line) => NAMED.exec(line)?.[1] ?? []);
    const classes = new Set(found);
    return (
      lines.length >= FEWEST_LINES &&
      found.length === lines.length &&
      classes.size > 1 &&
      2 * classes.size <= found.length
    );
  },
  rows: (lines) =>
    lines.map((line) => {
      const [, label = '', text = line.trim()] = NAMED.exec(line) ?? [];
      return [label.trim(), text];
    }),
};

const CODED = /^([A-Z]{2,6}:[A-Za-z_]{2,20})\s+(\S.*)$/;

/** "DESC:manner How did it begin?": a code of two levels, as questions of TREC have it. */
const coded: Style = {
  matches(head) {
    const lines = wholeLines(head);
    return lines.length >= FEWEST_LINES && lines.every((line) => CODED.test(line));
  },
  rows: (lines) =>
    lines.map((line) => {
      const [, label = '', text = line] = CODED.exec(line) ?? [];
      return [label, text];
    }),
};

/** Lines that are not empty; the last may be cut, and counts where it is the only one. */
function wholeLines(head: string): string[] {
  const lines = head.split('\n');
  const whole = head.endsWith('\n') || lines.length === 1 ? lines : lines.slice(0, -1);
  return whole.filter((line) => line.trim() !== '');
}

const styles = [prefixed, underHeadings, coded, named];
const styleOf = (head: string): Style | undefined =>
  styles.find((style) => style.matches(head.replace(/^\ufeff/, '')));

export const labelledLines: TableKind = {
  name: 'lines of texts with their classes',
  extensions: ['ft'],
  matches: (head) => styleOf(head.toString('utf8')) !== undefined,
  async open(source: Source): Promise<RawRows> {
    const text = await decodeWhole(source);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const rows = styleOf(text.slice(0, HEAD))?.rows(lines) ?? [];
    return {
      header: 'FIRST_ROW',
      batches: (async function* () {
        yield { rows: [['label', 'text'], ...rows], read: 1 };
      })(),
      notes: [],
    };
  },
};
