'use client';
import { type ReactNode, useRef } from 'react';
import { EdgeShadows } from './edge-shadows';
import { useBeyond } from './use-beyond';

type Props = { label: string; children: ReactNode };

/** Scrolls what is wider than the page, with a shadow where there is more; the keyboard reaches it then. */
export function SideScroller({ label, children }: Props) {
  const box = useRef<HTMLElement>(null);
  const beyond = useBeyond(box);
  const scrolls = beyond.left || beyond.right;
  return (
    <div className="relative min-w-0">
      {/* Positioned, so that text for screen readers within it does not widen the page. */}
      <section
        ref={box}
        aria-label={label}
        tabIndex={scrolls ? 0 : undefined}
        className="relative overflow-x-auto outline-offset-[-2px]"
      >
        {children}
      </section>
      <EdgeShadows {...beyond} />
    </div>
  );
}
