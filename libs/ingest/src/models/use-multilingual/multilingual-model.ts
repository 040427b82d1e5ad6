import { encodeArrays, encoderModel, registerTokenizer } from '@kshot/domain';
import type { SentencePieceModel } from '@kshot/fewshot';
import type { PackageArrays } from './token-table.js';
import { useNetwork } from './use-network.js';

/** The numbers of the pieces that begin and end a text. */
const [BEGIN, END] = [1, 2];

/** The model file of the package's arrays and its tokeniser, in pieces. */
export function multilingualModel(
  arrays: PackageArrays,
  { pieces, charsmap }: Pick<SentencePieceModel, 'pieces' | 'charsmap'>,
): Generator<Uint8Array> {
  const { network, weights, padding } = useNetwork(arrays);
  const sentencePieces = {
    begin: BEGIN,
    end: END,
    charsmap: Buffer.from(charsmap).toString('base64'),
    pieces,
  };
  const tokenizer = JSON.stringify({ padding, sentencePieces });
  const features = network.inputShape[0] as number;
  const input = { modality: 'TEXT', features, tokenizer: registerTokenizer(tokenizer) } as const;
  const model = encoderModel(input, network, weights);
  const metadata = { manifest: JSON.stringify(model.manifest), tokenizer };
  return encodeArrays({ metadata, arrays: model.weights });
}
