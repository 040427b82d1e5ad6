import { BuildPage } from '@/sub-model/build-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <BuildPage key={id} id={id} />;
}
