import { readFileSync } from 'node:fs';
import { DomainError, registerTokenizer } from '@kshot/domain';
import { eagerEngine, type Packed, tokenEncoder, tokenizerOf, tuningProgram } from '@kshot/fewshot';
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ForeignArrays, foreignArrays } from './foreign-arrays.js';
import { type ForeignTextTower, textTowerNetwork } from './text-tower-encoder.js';
import { towerOf } from './tower-of.js';

type Config = Record<string, unknown>;
type Kind = 'clip' | 'siglip';
const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url)).toString());
const stored: Record<Kind, { config: Config; texts: [string, number[]][] }> =
  json('fixtures/tiny-towers.json');
const files = json('../../../../domain/src/fixtures/tokenizers.json');
const tokenizers: Record<Kind, object> = { clip: files.CLIP.tokenizer, siglip: files.SigLIP.tokenizer };
const kinds = ['clip', 'siglip'] as const;
const arraysOf = (kind: Kind): ForeignArrays =>
  foreignArrays(readFileSync(new URL(`fixtures/tiny-${kind}.safetensors`, import.meta.url)));
const encoder = (kind: Kind, changes: Config = {}, arrays = arraysOf(kind)): ForeignTextTower => {
  const { config } = stored[kind];
  const changed = { ...config, text_config: { ...(config.text_config as Config), ...changes } };
  return textTowerNetwork(towerOf(changed, true), arrays, { length: 128 });
};

beforeAll(async () => {
  await setBackend('cpu');
});

function tokensOf(kind: Kind, { network, padding }: ForeignTextTower): number[][] {
  const { tokens } = tokenizerOf(registerTokenizer(JSON.stringify({ ...tokenizers[kind], padding })));
  return stored[kind].texts.map(([text]) => [...tokens(text, network.inputShape[0] as number)]);
}

test.each(kinds)('%s gives the vectors that transformers computes of texts of many lengths', (kind) => {
  const tower = encoder(kind);
  const { values } = tokenEncoder(tower.network, tower.weights).encode(tokensOf(kind, tower));
  const expected = stored[kind].texts.flatMap(([, vector]) => vector);
  expect([...values]).toEqual(expected.map((value) => expect.closeTo(value, 4)));
});

test.each(kinds)('a text that %s cuts at the most tokens it takes has a vector of length 1', (kind) => {
  const tower = encoder(kind);
  const { tokens } = tokenizerOf(
    registerTokenizer(JSON.stringify({ ...tokenizers[kind], padding: tower.padding })),
  );
  const { values } = tokenEncoder(tower.network, tower.weights).encode([tokens('jazz '.repeat(99), 32)]);
  expect(values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
});

test.each(kinds)('steps of encoder tuning lower the loss of %s', (kind) => {
  const tower = encoder(kind);
  const rows = tokensOf(kind, tower).slice(0, 4);
  const length = Math.max(...rows.map((row) => row.length));
  const tokens = new Float32Array(4 * length).fill(tower.padding);
  for (const [i, row] of rows.entries()) tokens.set(row, i * length);
  const [a, b] = [stored[kind].texts[0]![1], stored[kind].texts[1]![1]];
  const start: Packed = { shape: [2, a.length], values: Float32Array.from([...a, ...b], (v) => 0.05 * v) };
  const data = {
    tokens: { shape: [4, length], values: tokens },
    labels: Int32Array.of(0, 1, 0, 1),
    rows: start,
  };
  const program = tuningProgram(eagerEngine(), tower, data, 4);
  const steps = 8;
  const { loss } = program.train(
    {
      rows: Int32Array.from({ length: 4 * steps }, (_, i) => i % 4),
      seen: new Float32Array(4 * steps * length).fill(1),
    },
    new Float32Array(steps).fill(0.01),
  );
  expect(loss!.at(-1)).toBeLessThan(loss![0]! / 2);
});

test('the text tower of clip alone gives its pooled output, without projection', () => {
  const { names, find } = arraysOf('clip');
  const kept = names.filter((name) => name.startsWith('text_model.')).map((name) => name.slice(11));
  const { network } = textTowerNetwork(
    towerOf(stored.clip.config.text_config as Config, true),
    { names: kept, find: (name) => find(`text_model.${name}`) },
    { length: 128 },
  );
  expect(network.layers.map(({ name }) => name)).not.toContain('projection');
});

test("siglip fills up texts by its tokeniser's own number", () => {
  const settings = { length: 128, padding: 2 };
  expect(textTowerNetwork(towerOf(stored.siglip.config, true), arraysOf('siglip'), settings).padding).toBe(2);
});

describe('refused', () => {
  test.each(
    kinds.flatMap((kind) =>
      [
        { hidden_size: 1e9 },
        { vocab_size: 1e9 },
        { max_position_embeddings: 0 },
        { num_hidden_layers: -1 },
        { num_hidden_layers: 1e9 },
        { num_attention_heads: 3 },
        { hidden_act: 'swiglu' },
      ].map((changes) => [kind, changes] as const),
    ),
  )('%s with %o', (kind, changes) => {
    expect(() => encoder(kind, changes)).toThrow(DomainError);
  });

  test('a number that fills up texts and is not a token', () => {
    expect(() => encoder('siglip', { pad_token_id: 5000 })).toThrow(/filled up with token 5000/);
  });

  test('a text tower without its projection, by name', () => {
    const { names, find } = arraysOf('clip');
    const kept = { names: names.filter((name) => name !== 'text_projection.weight'), find };
    expect(() => encoder('clip', {}, kept)).toThrow(/no array named text_projection.weight/);
  });
});
