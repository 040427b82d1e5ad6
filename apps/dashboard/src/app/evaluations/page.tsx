import type { Metadata } from 'next';
import { EvaluationsPage } from '@/evaluation/evaluations-page';

export const metadata: Metadata = { title: 'Evaluations · Kshot' };

export default function Page() {
  return <EvaluationsPage />;
}
