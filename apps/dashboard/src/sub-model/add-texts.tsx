'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Field, INPUT } from '@/ui/field';
import { newKey, type SupportExample } from './support';

/** Texts, one a line. */
export function AddTexts({ onAdd }: { onAdd: (example: SupportExample) => void }) {
  const [typed, setTyped] = useState('');
  const texts = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const add = () => {
    for (const text of texts) onAdd({ key: newKey(), input: { text }, look: { kind: 'text', text } });
    setTyped('');
  };
  return (
    <div>
      <Field label="Texts" hint="One a line; each is one example.">
        {(props) => (
          <textarea
            {...props}
            rows={3}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={`${INPUT} h-auto py-2`}
          />
        )}
      </Field>
      <Button className="mt-2" disabled={texts.length === 0} onClick={add}>
        <Plus aria-hidden />
        {texts.length > 1 ? `Add ${texts.length} texts` : 'Add text'}
      </Button>
    </div>
  );
}
