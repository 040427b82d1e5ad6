'use client';
import { useState } from 'react';
import { PixelPicture } from '@/data/pixel-picture';
import type { PredictInput } from '@/generated/graphql';
import { DrawPad, readInk } from './draw-pad';
import { inkCells } from './ink-box';

type Props = {
  columns: { name: string }[];
  side: number;
  most: number;
  onInput: (input: PredictInput | null) => void;
};

/** For tables whose rows are small pictures: a drawing becomes a row of grey values. */
export function TryPixels({ columns, side, most, onInput }: Props) {
  const [cells, setCells] = useState<number[] | null>(null);
  const tell = (values: number[] | null) => {
    setCells(values);
    onInput(
      values && {
        row: columns.map(({ name }, index) => ({ column: name, value: String(values[index] ?? 0) })),
      },
    );
  };
  return (
    <div className="flex flex-wrap gap-6">
      <DrawPad
        label="Sheet to draw on"
        stroke={26}
        onDrawn={(canvas) => {
          const ink = readInk(canvas);
          tell(ink && inkCells(ink, side, most));
        }}
        onClear={() => tell(null)}
      />
      {cells && (
        <figure>
          <PixelPicture
            values={cells}
            name="The drawing as the model sees it"
            className="size-28 rounded border"
          />
          <figcaption className="mt-1 w-28 text-[12px] leading-4 text-muted">
            What the model sees: {side} by {side} grey values
          </figcaption>
        </figure>
      )}
    </div>
  );
}
