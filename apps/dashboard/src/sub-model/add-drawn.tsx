'use client';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PredictInput } from '@/generated/graphql';
import { Button } from '@/ui/button';
import { newKey, type SupportExample } from './support';

type Props = {
  /** What is drawn on; a fresh one after each drawing. */
  pad: (onInput: (input: PredictInput | null) => void) => ReactNode;
  onAdd: (example: SupportExample) => void;
};

/** Drawings, one after the other. */
export function AddDrawn({ pad, onAdd }: Props) {
  const [round, setRound] = useState(0);
  const [input, setInput] = useState<PredictInput | null>(null);
  const add = () => {
    if (!input) return;
    const values = (input.row ?? []).map(({ value }) => Number(value));
    const look = input.image
      ? { kind: 'picture' as const, url: input.image }
      : { kind: 'pixels' as const, values };
    onAdd({ key: newKey(), input, look });
    setInput(null);
    setRound(round + 1);
  };
  return (
    <div>
      <div key={round}>{pad(setInput)}</div>
      <Button className="mt-2" disabled={input === null} onClick={add}>
        <Plus aria-hidden />
        Add drawing
      </Button>
    </div>
  );
}
