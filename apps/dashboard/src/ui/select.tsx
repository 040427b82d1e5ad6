import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { INPUT } from './field';

/** The platform's own select, dressed: it works with every keyboard, reader and thumb. */
export function Select({ className = '', children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={`relative inline-block ${className}`}>
      <select {...rest} className={`${INPUT} appearance-none truncate pr-8`}>
        {children}
      </select>
      <ChevronDown className="pointer-events-none absolute top-2 right-2 size-4 text-faint" aria-hidden />
    </span>
  );
}
