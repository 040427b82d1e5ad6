'use client';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button, type Look } from './button';

type Props = { label: string; text: () => string; look?: Look };

export function CopyButton({ label, text, look = 'plain' }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <Button look={look} onClick={() => void copy()}>
      {copied ? <Check className="text-good" aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  );
}
