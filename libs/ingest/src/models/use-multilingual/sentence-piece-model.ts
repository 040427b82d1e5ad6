import { DomainError } from '@kshot/domain';
import type { SentencePieceModel } from '@kshot/fewshot';
import protobuf from 'protobufjs/light.js';

/** The part of sentencepiece_model.proto that is read here, as the models of TensorFlow Hub number it. */
const message = protobuf.Root.fromJSON({
  nested: {
    Model: {
      fields: {
        pieces: { rule: 'repeated', type: 'Piece', id: 1 },
        normaliser: { type: 'Normaliser', id: 3 },
      },
    },
    Piece: { fields: { text: { type: 'string', id: 1 }, score: { type: 'float', id: 2 } } },
    Normaliser: { fields: { charsmap: { type: 'bytes', id: 2 } } },
  },
}).lookupType('Model');

type Decoded = {
  readonly pieces: readonly { readonly text: string; readonly score: number }[];
  readonly normaliser: { readonly charsmap: Uint8Array } | null;
};

/** The pieces and the normaliser of a SentencePiece model (sp.model). Throws DATA_FORMAT on anything else. */
export function sentencePieceModel(file: Buffer): Pick<SentencePieceModel, 'pieces' | 'charsmap'> {
  const { pieces, normaliser } = decoded(file);
  const charsmap = normaliser?.charsmap;
  if (pieces.length === 0 || !charsmap?.length) throw unread();
  return { pieces: pieces.map(({ text, score }) => [text, score]), charsmap };
}

function decoded(file: Buffer): Decoded {
  try {
    return message.toObject(message.decode(file), { defaults: true }) as Decoded;
  } catch {
    throw unread();
  }
}

const unread = (): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    'The SentencePiece model is incomplete, or has no normaliser. Download the package again.',
  );
