import { DomainError } from '@kshot/domain';
import iconv from 'iconv-lite';
import type { Source } from '../archives/archive.js';
import { detectEncoding, type Encoding } from '../encodings/detect-encoding.js';

export interface Decoded {
  readonly encoding: Encoding;
  /** Pieces of the text with `\n` between lines; `read` is the share of the bytes that went in. */
  pieces(): AsyncGenerator<{ readonly text: string; readonly read: number }>;
}

/** A text in any usual encoding. Throws DATA_ENCODING with the line of a zero character. */
export async function decodeText(source: Source): Promise<Decoded> {
  const encoding = await detectEncoding(source);
  return {
    encoding,
    async *pieces() {
      const decode = decoderOf(encoding.name);
      let line = 1;
      let bytes = 0;
      let held = '';
      let first = true;
      const clean = (raw: string): string => {
        let text = held + (first ? raw.replace(/^\ufeff/, '') : raw);
        first &&= raw === '';
        held = text.endsWith('\r') ? '\r' : '';
        text = (held === '' ? text : text.slice(0, -1)).replaceAll(/\r\n?/g, '\n');
        const zero = text.indexOf('\0');
        if (zero >= 0) throw zeroCharacter(line + countLines(text.slice(0, zero)));
        line += countLines(text);
        return text;
      };
      for await (const chunk of await source.stream()) {
        bytes += (chunk as Buffer).length;
        yield { text: clean(decode.write(chunk as Buffer)), read: bytes / Math.max(1, source.bytes) };
      }
      const end = clean(decode.end()) + (held === '' ? '' : '\n');
      if (end !== '') yield { text: end, read: 1 };
    },
  };
}

/** Of a text that is read as a whole. */
const MOST_CHARACTERS = 256 * 1024 ** 2;

/** The whole text of a source. Throws DATA_TOO_LARGE. */
export async function decodeWhole(source: Source): Promise<string> {
  let whole = '';
  for await (const { text } of (await decodeText(source)).pieces()) {
    whole += text;
    if (whole.length > MOST_CHARACTERS)
      throw new DomainError(
        'DATA_TOO_LARGE',
        `The file has more than ${MOST_CHARACTERS} characters. Save it as CSV, Parquet or JSON Lines, which are read piece by piece.`,
      );
  }
  return whole;
}

function decoderOf(name: string): { write(chunk: Buffer): string; end(): string } {
  if (name === 'utf-8') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  const decoder = iconv.getDecoder(name, { stripBOM: false });
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

const zeroCharacter = (line: number): DomainError =>
  new DomainError(
    'DATA_ENCODING',
    `Line ${line} holds a zero character (a control character), which no text has. Save the file again as text in UTF-8.`,
  );
