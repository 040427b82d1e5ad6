import { StudyPage } from '@/study/study-page';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <StudyPage key={id} id={id} />;
}
