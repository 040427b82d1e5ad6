/** The most bytes of a sequence (10 in the table of nmt_nfkc) and of a replacement (33 there): the time that a text takes stays bounded. */
const LONGEST = 256;

/**
 * The normaliser that a SentencePiece model carries (Kudo 2018): a double-array trie of byte sequences, then their replacements, each
 * ended by a zero byte. The longest sequence that begins at a position is replaced; the rest stays. Throws RangeError on a broken table.
 */
export function charsmapNormaliser(charsmap: Uint8Array): (text: string) => string {
  const { units, replacements } = tablesOf(charsmap);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return (text) => {
    const bytes = encoder.encode(text);
    const out: number[] = [];
    for (let at = 0; at < bytes.length; ) {
      const found = longestMatch(units, bytes, at);
      if (found) {
        for (let i = found.value; replacements[i]; i++) out.push(replacements[i] as number);
        at += found.length;
      } else {
        // A whole character: the bytes that go on with it begin with the bits 10.
        do out.push(bytes[at++] as number);
        while (((bytes[at] ?? 0) & 0xc0) === 0x80);
      }
    }
    return decoder.decode(Uint8Array.from(out));
  };
}

function tablesOf(charsmap: Uint8Array): {
  readonly units: Uint32Array;
  readonly replacements: Uint8Array;
} {
  const view = new DataView(charsmap.buffer, charsmap.byteOffset, charsmap.byteLength);
  const trieBytes = charsmap.length < 4 ? 0 : view.getUint32(0, true);
  if (trieBytes === 0 || trieBytes % 4 !== 0 || trieBytes + 4 > charsmap.length)
    throw new RangeError('The normaliser of the tokeniser ends within its trie.');
  const units = Uint32Array.from({ length: trieBytes / 4 }, (_, i) => view.getUint32(4 + 4 * i, true));
  const replacements = charsmap.subarray(4 + trieBytes);
  let begin = 0;
  for (const [i, byte] of replacements.entries()) {
    if (byte === 0) begin = i + 1;
    else if (i - begin >= LONGEST)
      throw new RangeError(`The normaliser of the tokeniser has a replacement of over ${LONGEST} bytes.`);
  }
  if (begin < replacements.length)
    throw new RangeError('The normaliser of the tokeniser ends within a replacement.');
  return { units, replacements };
}

/** A unit of darts-clone: where its children are, whether it ends a sequence, and its own byte. */
const childrenOf = (unit: number): number => (unit >>> 10) << ((unit & 0x200) >>> 6);
const ENDS_SEQUENCE = 0x100;
const LABEL = 0x800000ff | 0;
const VALUE = 0x7fffffff;

function longestMatch(
  units: Uint32Array,
  bytes: Uint8Array,
  start: number,
): { readonly length: number; readonly value: number } | undefined {
  let node = childrenOf(units[0] as number);
  let found: { length: number; value: number } | undefined;
  const end = Math.min(bytes.length, start + LONGEST);
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    node ^= byte;
    const unit = units[node];
    if (unit === undefined || (unit & LABEL) !== byte) break;
    node ^= childrenOf(unit);
    if (unit & ENDS_SEQUENCE) found = { length: i + 1 - start, value: (units[node] as number) & VALUE };
  }
  return found;
}
