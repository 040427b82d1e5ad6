'use client';
import { useState } from 'react';
import { pixelSide } from '@/data/pixel-side';
import type { PredictInput } from '@/generated/graphql';
import type { Model } from '@/models/model-page';
import { TryDrawing } from '@/try/try-drawing';
import { TryPixels } from '@/try/try-pixels';
import { TryRow } from '@/try/try-row';
import { type Tab, Tabs } from '@/ui/tabs';
import { AddDrawn } from './add-drawn';
import { AddImages } from './add-images';
import { AddTexts } from './add-texts';
import { newKey, type SupportExample } from './support';

type Props = { model: Model; onAdd: (example: SupportExample) => void };

/** The ways to give examples that suit what the meta-model takes. */
export function AddExamples({ model, onAdd }: Props) {
  const [way, setWay] = useState('');
  const tabs = waysToAdd(model, onAdd);
  if (tabs.length === 1) return tabs[0]?.content;
  return <Tabs tabs={tabs} value={way} onChange={setWay} />;
}

function waysToAdd({ input, version }: Model, onAdd: Props['onAdd']): Tab[] {
  if (input.modality === 'TEXT') return [{ key: 'text', title: 'Type', content: <AddTexts onAdd={onAdd} /> }];
  if (input.modality === 'IMAGE') {
    const pad = (onInput: (given: PredictInput | null) => void) => <TryDrawing onInput={onInput} />;
    return [
      { key: 'draw', title: 'Draw', content: <AddDrawn pad={pad} onAdd={onAdd} /> },
      { key: 'images', title: 'Use images', content: <AddImages onAdd={onAdd} /> },
    ];
  }
  const columns = input.columns ?? [];
  const addRow = (given: PredictInput | null) => {
    if (!given) return;
    const text = (given.row ?? []).map(({ column, value }) => `${column} ${value ?? '–'}`).join(', ');
    onAdd({ key: newKey(), input: given, look: { kind: 'text', text } });
  };
  const row = {
    key: 'row',
    title: 'Fill a row',
    content: <TryRow columns={columns} verb="Add row" onInput={addRow} />,
  };
  const side = pixelSide(version?.columns);
  if (!side) return [row];
  const most = Math.max(1, ...(version?.columns ?? []).map(({ maximum }) => maximum ?? 0));
  const pad = (onInput: (given: PredictInput | null) => void) => (
    <TryPixels columns={columns} side={side} most={most} onInput={onInput} />
  );
  return [{ key: 'draw', title: 'Draw', content: <AddDrawn pad={pad} onAdd={onAdd} /> }, row];
}
