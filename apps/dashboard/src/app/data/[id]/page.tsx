import { DataSetPage } from '@/data/data-set-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <DataSetPage key={id} id={id} />;
}
