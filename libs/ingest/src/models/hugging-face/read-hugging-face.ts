import { DomainError, limits, registerTokenizer, tokensOf } from '@kshot/domain';
import * as z from 'zod';
import type { Archive, ArchiveEntry } from '../../archives/archive.js';
import { tooLarge } from '../../archives/entry-limits.js';
import { foreignArrays } from './foreign-arrays.js';
import { imageEncoderNetwork } from './image-encoder.js';
import { imageFamilies } from './image-families.js';
import { poolingOf } from './pooling-of.js';
import { type ForeignBackbone, textEncoderNetwork } from './text-encoder.js';
import { families } from './text-families.js';
import { textTowerNetwork } from './text-tower-encoder.js';
import { textTowers } from './text-towers.js';
import { pairs, towerOf } from './tower-of.js';

/** An encoder of Hugging Face, which has no classes; of texts with its tokeniser by the name that it is known by. */
export interface ForeignEncoder extends ForeignBackbone {
  readonly classes: readonly string[];
  readonly tokenizer?: string;
}

const CONFIG = 'config.json';
const TOKENIZER = 'tokenizer.json';
const WEIGHTS = 'model.safetensors';
const PROCESSOR = 'preprocessor_config.json';
/** What later versions save for two encoders: the same within `image_processor`. */
const JOINED = 'processor_config.json';
/** Tokens of a text at most. */
const LENGTH = 128;
const supported = [families, imageFamilies, pairs, textTowers].flatMap(Object.keys);
/** What a tokeniser itself says of filling up texts. */
const fillsWith = z.object({ padding: z.object({ pad_id: z.int().nonnegative() }) });

/** Whether an archive holds a model as Hugging Face's libraries save it. */
export const isHuggingFace = ({ entries }: Archive): boolean =>
  [CONFIG, WEIGHTS].every((name) => entries.some((entry) => entry.name === name));

/** Throws DATA_FORMAT with what is missing, or with the architecture that is not supported. */
export async function readHuggingFace({ entries }: Archive): Promise<ForeignEncoder> {
  const find = (name: string): ArchiveEntry => {
    const [entry, other] = entries.filter((one) => one.name === name).sort((a, b) => depth(a) - depth(b));
    if (!entry)
      throw new DomainError(
        'DATA_FORMAT',
        `The model has no ${name}. Put ${CONFIG}, ${WEIGHTS} and ${TOKENIZER}, or of pictures ${PROCESSOR}, of one model into the ZIP.`,
      );
    if (other && depth(other) === depth(entry))
      throw new DomainError(
        'DATA_FORMAT',
        `The archive has several files ${name}. Import one model at a time.`,
      );
    return entry;
  };
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  const config = await json(find(CONFIG));
  const joined = has(JOINED) && !has(PROCESSOR) ? (await json(find(JOINED))).image_processor : undefined;
  const tower = towerOf(config, has(TOKENIZER) && !has(PROCESSOR) && !joined);
  const { type } = tower;
  const weights = async () => foreignArrays(await bytes(find(WEIGHTS)));
  if (Object.hasOwn(imageFamilies, type)) {
    const processor = joined ?? (await json(find(PROCESSOR)));
    return { ...imageEncoderNetwork(tower, processor, await weights()), classes: [] };
  }
  if (!Object.hasOwn(families, type) && !Object.hasOwn(textTowers, type))
    throw new DomainError(
      'DATA_FORMAT',
      `Models of the architecture ${type.slice(0, 80)} are not supported. Supported: ${supported.join(', ')}.`,
    );
  const file = await json(find(TOKENIZER));
  const withTokenizer = ({ network, weights }: ForeignBackbone, padding: unknown): ForeignEncoder => {
    const tokenizer = registerTokenizer(JSON.stringify({ ...file, padding }));
    const [first] = network.layers;
    const [known, needed] = [first?.kind === 'embedding' ? first.vocabulary : 0, tokensOf(tokenizer)];
    if (needed > known)
      throw new DomainError(
        'DATA_FORMAT',
        `${TOKENIZER} has ${needed} tokens, and the model knows ${known}. Use ${CONFIG}, ${TOKENIZER} and ${WEIGHTS} of the same model.`,
      );
    return { network, weights, classes: [], tokenizer };
  };
  if (Object.hasOwn(textTowers, type)) {
    const settings = { length: LENGTH, padding: fillsWith.safeParse(file).data?.padding.pad_id };
    const backbone = textTowerNetwork(tower, await weights(), settings);
    return withTokenizer(backbone, backbone.padding);
  }
  const at = (end: RegExp) => entries.find(({ path }) => end.test(path));
  const [listed, own] = [at(/(^|\/)modules\.json$/), at(/(^|\/)1_Pooling\/config\.json$/)];
  const modules = listed && (await anyJson(listed));
  const settings = { length: LENGTH, pooling: poolingOf(modules, own ? await json(own) : {}) };
  return withTokenizer(textEncoderNetwork(type, config, await weights(), settings), config.pad_token_id ?? 0);
}

const depth = ({ path }: ArchiveEntry): number => path.split('/').length;

async function bytes(entry: ArchiveEntry): Promise<Buffer> {
  if (entry.bytes > limits.archivedFileBytes)
    throw tooLarge(`${entry.path} with more than ${limits.archivedFileBytes} bytes`);
  return entry.read();
}

async function json(entry: ArchiveEntry): Promise<Record<string, unknown>> {
  const value = await anyJson(entry);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw notJson(entry);
}

async function anyJson(entry: ArchiveEntry): Promise<unknown> {
  const text = (await bytes(entry)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(entry);
  }
}

const notJson = ({ path }: ArchiveEntry): DomainError =>
  new DomainError('DATA_FORMAT', `${path} is not valid JSON. Download or save the model again.`);
