'use client';
import { Eraser } from 'lucide-react';
import { type PointerEvent, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import type { Ink } from './ink-box';

const SIDE = 280;

type Props = {
  label: string;
  stroke: number;
  onDrawn: (canvas: HTMLCanvasElement) => void;
  onClear: () => void;
};

/** A sheet to draw on with mouse, pen or finger: black ink on white paper. `onDrawn` follows each stroke. */
export function DrawPad({ label, stroke, onDrawn, onClear }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<[number, number] | null>(null);
  const [blank, setBlank] = useState(true);
  const at = (event: PointerEvent): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  };
  const line = (to: [number, number]) => {
    const ctx = canvas.current?.getContext('2d');
    if (!ctx) return;
    const from = last.current ?? to;
    ctx.lineWidth = stroke;
    ctx.lineCap = 'round';
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.lineTo(to[0] + 0.01, to[1]);
    ctx.stroke();
    last.current = to;
  };
  const end = () => {
    if (last.current && canvas.current) onDrawn(canvas.current);
    last.current = null;
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SIDE, SIDE);
    setBlank(true);
    onClear();
  };
  return (
    <div className="w-full max-w-[280px]">
      <div className="relative overflow-hidden rounded-lg border border-line-strong">
        <canvas
          ref={canvas}
          width={SIDE}
          height={SIDE}
          role="img"
          aria-label={label}
          className="ink-on-paper block aspect-square w-full cursor-crosshair touch-none bg-white"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setBlank(false);
            line(at(event));
          }}
          onPointerMove={(event) => last.current && line(at(event))}
          onPointerUp={end}
          onPointerCancel={end}
        />
        {blank && (
          <span className="pointer-events-none absolute inset-0 grid place-items-center text-faint">
            Draw here
          </span>
        )}
      </div>
      <Button look="quiet" className="mt-1 -ml-3" onClick={clear} disabled={blank}>
        <Eraser aria-hidden />
        Clear
      </Button>
    </div>
  );
}

/** How much ink is on each pixel of the sheet. */
export function readInk(canvas: HTMLCanvasElement): Ink | null {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  if (!pixels) return null;
  return {
    width,
    height,
    values: Float32Array.from({ length: width * height }, (_, i) => (pixels[i * 4 + 3] ?? 0) / 255),
  };
}

/** The sheet as a PNG data URL, on paper that is opaque; `inverted` for white ink on black. */
export function paperImage(canvas: HTMLCanvasElement, inverted: boolean): string | null {
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width;
  sheet.height = canvas.height;
  const ctx = sheet.getContext('2d');
  if (!ctx) return null;
  ctx.fillStyle = 'white';
  ctx.fillRect(0, 0, sheet.width, sheet.height);
  ctx.drawImage(canvas, 0, 0);
  if (inverted) {
    ctx.globalCompositeOperation = 'difference';
    ctx.fillRect(0, 0, sheet.width, sheet.height);
  }
  return sheet.toDataURL('image/png');
}
