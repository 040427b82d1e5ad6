'use client';
import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

/** A link within the dashboard. Its page is fetched once it is pointed at: a list shows a hundred of them at once. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  const [pointed, setPointed] = useState(false);
  const point = () => setPointed(true);
  return (
    <NextLink
      prefetch={pointed ? null : false}
      onMouseEnter={point}
      onFocus={point}
      onTouchStart={point}
      {...props}
    />
  );
}
