import type { Metadata } from 'next';
import { NewStudyPage } from '@/new-study/new-study-page';

export const metadata: Metadata = { title: 'New study · Kshot' };

export default function Page() {
  return <NewStudyPage />;
}
