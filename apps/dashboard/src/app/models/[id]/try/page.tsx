import { TryPage } from '@/try/try-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <TryPage key={id} id={id} />;
}
