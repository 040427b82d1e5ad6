import { PredictionPage } from '@/predictions/prediction-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <PredictionPage key={id} id={id} />;
}
