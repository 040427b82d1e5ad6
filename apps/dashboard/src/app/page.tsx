import type { Metadata } from 'next';
import { HomePage } from '@/home/home-page';

export const metadata: Metadata = { title: 'Kshot' };

export default function Page() {
  return <HomePage />;
}
