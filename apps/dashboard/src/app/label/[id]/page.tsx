import { LabellingPage } from '@/labelling/labelling-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <LabellingPage key={id} id={id} />;
}
