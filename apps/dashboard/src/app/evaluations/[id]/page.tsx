import { EvaluationPage } from '@/evaluation/evaluation-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EvaluationPage key={id} id={id} />;
}
