import type { Metadata } from 'next';
import { StudiesPage } from '@/study/studies-page';

export const metadata: Metadata = { title: 'Studies · Kshot' };

export default function Page() {
  return <StudiesPage />;
}
