import Image from 'next/image';
import type { ExampleContentFragment } from '@/generated/graphql';
import { PixelPicture } from './pixel-picture';
import { rowPixels } from './pixel-side';

/** What examples and kept inputs have in common. */
type Content = Pick<ExampleContentFragment, 'name' | 'imageUrl' | 'text' | 'row'>;
type Props = { example: Content; size?: number; label?: string };

/** An example as a small picture; null for texts and for rows that are no picture. */
export function ExamplePicture({ example, size = 56, label }: Props) {
  const name = label ?? example.name;
  const pixels = example.row && rowPixels(example.row);
  const box = { width: size, height: size };
  if (pixels) {
    return (
      <span className="block shrink-0 overflow-hidden rounded border" style={box}>
        <PixelPicture values={pixels} name={name} className="size-full" />
      </span>
    );
  }
  if (!example.imageUrl) return null;
  return (
    <Image
      unoptimized
      src={example.imageUrl}
      alt={name}
      title={name}
      width={size}
      height={size}
      className="thumbnail block shrink-0 rounded border bg-white object-cover"
      style={box}
    />
  );
}

/** The example as one line of text: its text, or its row's values. */
export function exampleText({ text, row, name }: Content): string {
  if (text) return text;
  if (row) return row.map(({ column, value }) => `${column} ${value ?? '–'}`).join(', ');
  return name;
}

export const isPicture = (example: Content): boolean =>
  Boolean(example.imageUrl) || (example.row ? rowPixels(example.row) !== null : false);
