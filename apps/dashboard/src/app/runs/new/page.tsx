import type { Metadata } from 'next';
import { NewRunPage } from '@/new-run/new-run-page';

export const metadata: Metadata = { title: 'New run · Kshot' };

export default function Page() {
  return <NewRunPage />;
}
