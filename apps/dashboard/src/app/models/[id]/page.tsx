import { ModelPage } from '@/models/model-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <ModelPage key={id} id={id} />;
}
