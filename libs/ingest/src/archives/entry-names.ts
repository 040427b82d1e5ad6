import { isUtf8 } from 'node:buffer';
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Encodings that tools write names in without saying so; code page 437 is what the ZIP format falls back to. */
const localEncodings = ['GB18030', 'Big5', 'Shift_JIS', 'EUC-KR', 'EUC-JP', 'windows-1251'];

/** Names as text: flagged ones and those that are UTF-8 anyway as UTF-8, the others together in the encoding that fits them. */
export function decodeEntryNames(
  names: readonly { readonly raw: Buffer; readonly utf8: boolean }[],
): string[] {
  const plain = names.map(({ raw, utf8 }) => utf8 || isUtf8(raw));
  const others = names.filter((_, i) => !plain[i]).map(({ raw }) => raw);
  const guess =
    others.length === 0
      ? undefined
      : chardet
          .analyse(Buffer.concat(others.slice(0, 200)))
          .find(({ name, confidence }) => localEncodings.includes(name) && confidence >= 30)?.name;
  return names.map(({ raw }, i) => (plain[i] ? raw.toString('utf8') : iconv.decode(raw, guess ?? 'cp437')));
}
