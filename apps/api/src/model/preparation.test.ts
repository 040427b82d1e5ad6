import { expect, it } from 'vitest';
import { preparation } from './preparation.js';

const photo = { modality: 'IMAGE', height: 260, width: 260, channels: 3 } as const;

it('of a picture that is scaled twice, both sizes are said', () => {
  const said = preparation({ input: photo, source: { height: 84, width: 84, channels: 3 } }).join(' ');
  expect(said).toMatch(/covers 84 x 84 .* Then 260 x 260: linearly .* \[N, 260, 260, 3\]/);
});

it('of a picture that is scaled once, one size is said', () => {
  expect(preparation({ input: photo }).join(' ')).not.toContain('Then');
});

it('of a text, the encoder is named whose weights are elsewhere', () => {
  const [said] = preparation({ input: { modality: 'TEXT', features: 384, encoder: 'MINILM_L6' } });
  expect(said).toMatch(/384 numbers .*all-MiniLM-L6-v2.* not among these files/);
});
