import type { Metadata } from 'next';
import { AccessPage } from '@/access/access-page';

export const metadata: Metadata = { title: 'Access · Kshot' };

export default function Page() {
  return <AccessPage />;
}
