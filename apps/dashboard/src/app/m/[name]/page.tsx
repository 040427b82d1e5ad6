import { SharePage } from '@/share/share-page';

export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  const name = decodeURIComponent((await params).name);
  return <SharePage key={name} name={name} />;
}
