'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { INPUT } from './field';

type Props = { label: string; value: string; onChange: (value: string) => void; className?: string };

/** A search box that `/` reaches from anywhere on the page and Escape empties; it tells of a pause in typing only. */
export function SearchField({ label, value, onChange, className = '' }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) setTyped(value);
    told.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, 200);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <span className={`relative block ${className}`}>
      <Search className="pointer-events-none absolute top-2 left-2.5 size-4 text-faint" aria-hidden />
      <input
        ref={input}
        type="search"
        data-slash-search
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={`${label}…`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setTyped('');
          input.current?.blur();
        }}
        className={`${INPUT} pl-8`}
      />
    </span>
  );
}
