import type { Metadata } from 'next';
import { DataSetsPage } from '@/data/data-sets-page';

export const metadata: Metadata = { title: 'Data sets · Kshot' };

export default function Page() {
  return <DataSetsPage />;
}
