import type { Metadata } from 'next';
import { AdvisorPage } from '@/advisor/advisor-page';

export const metadata: Metadata = { title: 'Advisor · Kshot' };

export default function Page() {
  return <AdvisorPage />;
}
