'use client';
import { useEffect, useState } from 'react';
import type { PredictInput } from '@/generated/graphql';
import { Field, INPUT } from '@/ui/field';
import { useSettled } from '@/ui/use-settled';

/** A text, predicted as one types. */
export function TryText({ onInput }: { onInput: (input: PredictInput | null) => void }) {
  const [text, setText] = useState('');
  const settled = useSettled(text.trim(), 250);
  useEffect(() => onInput(settled ? { text: settled } : null), [settled, onInput]);
  return (
    <Field label="Text" hint="The prediction follows as you type.">
      {(props) => (
        <textarea
          {...props}
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${INPUT} h-auto max-w-xl py-2`}
        />
      )}
    </Field>
  );
}
