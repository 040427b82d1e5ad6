import type { ModelManifest } from '@kshot/domain';
import type { SentenceEncoderName } from '@kshot/fewshot';

interface Size {
  readonly bytes: number;
  readonly parameterCount: number;
}

/** Bytes of the files of the sentence encoders that ship, and the numbers in them. */
const USE_LITE: Size = { bytes: 6_998_696, parameterCount: 6_975_914 };
const MINILM_L6: Size = { bytes: 23_229_368, parameterCount: 22_564_608 };
const ENCODERS: Record<SentenceEncoderName, Size> = {
  USE_LITE,
  MINILM_L6,
  MINILM_L6_USE_LITE: {
    bytes: USE_LITE.bytes + MINILM_L6.bytes,
    parameterCount: USE_LITE.parameterCount + MINILM_L6.parameterCount,
  },
  POTION_BASE_8M: { bytes: 8_015_344, parameterCount: 7_559_168 },
};

interface Stored {
  readonly bytes: bigint;
  readonly parameterCount: number;
  readonly manifest: Pick<ModelManifest, 'input' | 'network'>;
}

/** What a model takes; one without layers is the sentence encoder before it. */
export function modelSize({ bytes, parameterCount, manifest: { input, network } }: Stored): Size {
  const encoder = input.modality === 'TEXT' && network.layers.length === 0 ? input.encoder : undefined;
  return encoder ? ENCODERS[encoder] : { bytes: Number(bytes), parameterCount };
}
