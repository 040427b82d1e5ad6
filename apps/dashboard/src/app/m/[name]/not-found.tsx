'use client';
import { usePathname } from 'next/navigation';
import { SharePage } from '@/share/share-page';

/** Says that no model is shared by this name, with the status of what is missing. */
export default function NotFound() {
  const name = decodeURIComponent(usePathname().split('/').at(-1) ?? '');
  return <SharePage key={name} name={name} />;
}
