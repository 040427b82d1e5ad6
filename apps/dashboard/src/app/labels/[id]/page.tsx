import { LabelCheckPage } from '@/labels/label-check-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <LabelCheckPage key={id} id={id} />;
}
