import type { SentencePieceModel } from '@kshot/fewshot';

type Piece = SentencePieceModel['pieces'][number];

/** The pieces and the normaliser of a SentencePiece model (sp.model), which is a protocol buffer: field 1 repeats the pieces, field 3 has the normaliser in its field 2. */
export function sentencePieceModel(file: Buffer): {
  readonly pieces: readonly Piece[];
  readonly charsmap: Buffer;
} {
  const fields = fieldsOf(file);
  const pieces = fields.flatMap(([field, value]): Piece[] => (field === 1 ? [pieceOf(value)] : []));
  const normaliser = fields.find(([field]) => field === 3)?.[1] ?? Buffer.alloc(0);
  const charsmap = fieldsOf(normaliser).find(([field]) => field === 2)?.[1];
  if (!charsmap) throw new RangeError('The SentencePiece model has no normaliser.');
  return { pieces, charsmap };
}

function pieceOf(bytes: Buffer): Piece {
  const fields = new Map(fieldsOf(bytes));
  return [fields.get(1)?.toString('utf8') ?? '', fields.get(2)?.readFloatLE(0) ?? 0];
}

/** Fields of a message that have a length or 4 bytes; others are passed over. */
function fieldsOf(bytes: Buffer): [field: number, value: Buffer][] {
  const found: [number, Buffer][] = [];
  let at = 0;
  const varint = (): number => {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const [field, wire] = [tag >>> 3, tag & 7];
    if (wire === 0) {
      varint();
      continue;
    }
    const length = wire === 2 ? varint() : wire === 5 ? 4 : 8;
    if (wire !== 1) found.push([field, bytes.subarray(at, at + length)]);
    at += length;
  }
  return found;
}
