import type { Metadata } from 'next';
import { TeachPage } from '@/teach/teach-page';

export const metadata: Metadata = { title: 'Teach · Kshot' };

export default function Page() {
  return <TeachPage />;
}
