import type { Metadata } from 'next';
import { SystemPage } from '@/system/system-page';

export const metadata: Metadata = { title: 'System · Kshot' };

export default function Page() {
  return <SystemPage />;
}
