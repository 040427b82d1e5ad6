'use client';
import { useRef, useState } from 'react';
import type { PredictInput } from '@/generated/graphql';
import { DrawPad, paperImage } from './draw-pad';

/** A drawing becomes the image to predict. */
export function TryDrawing({ onInput }: { onInput: (input: PredictInput | null) => void }) {
  const [inverted, setInverted] = useState(false);
  const drawn = useRef<HTMLCanvasElement | null>(null);
  const tell = (canvas: HTMLCanvasElement | null, negative: boolean) => {
    drawn.current = canvas;
    const image = canvas && paperImage(canvas, negative);
    onInput(image ? { image } : null);
  };
  return (
    <div>
      <DrawPad
        label="Sheet to draw a character on"
        stroke={9}
        onDrawn={(canvas) => tell(canvas, inverted)}
        onClear={() => tell(null, inverted)}
      />
      <label className="flex items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={inverted}
          className="accent-accent"
          onChange={(event) => {
            setInverted(event.target.checked);
            if (drawn.current) tell(drawn.current, event.target.checked);
          }}
        />
        Send it as white on black
      </label>
    </div>
  );
}
