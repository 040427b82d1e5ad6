import { notFound } from 'next/navigation';
import { apiOrigin } from '@/server/api-origin';
import { SharePage } from '@/share/share-page';

export default async function Page({ params }: { params: Promise<{ name: string }> }) {
  const name = decodeURIComponent((await params).name);
  if (await isMissing(name)) notFound();
  return <SharePage key={name} name={name} />;
}

/** Whether no model is shared by this name; what else is wrong, the page finds out itself. */
async function isMissing(name: string): Promise<boolean> {
  try {
    const { status } = await fetch(
      `${apiOrigin()}${process.env.KSHOT_BASE_PATH ?? ''}/shared/${encodeURIComponent(name)}`,
      { cache: 'no-store', signal: AbortSignal.timeout(2000) },
    );
    return status === 404;
  } catch {
    return false;
  }
}
