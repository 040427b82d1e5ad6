import type { Model } from '@/models/model-page';

/** One input as a program sends it, with the names of the model's own columns. Null for pictures, which go as files. */
export function sampleInput({ input }: Pick<Model, 'input'>): object | null {
  switch (input.modality) {
    case 'IMAGE':
      return null;
    case 'TEXT':
      return { text: 'Your text here' };
    case 'TABLE':
      return {
        row: Object.fromEntries(
          (input.columns ?? []).map(({ name, kind, sample, categories }) => [
            name,
            kind === 'TEXT' ? 'Your text here' : (categories?.[0] ?? sample),
          ]),
        ),
      };
  }
}
