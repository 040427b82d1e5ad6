import { SignInPage } from '@/sign-in/sign-in-page';
import { ownPath } from '@/sign-in/sign-in-path';

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const { to, wrong } = await searchParams;
  return <SignInPage to={ownPath(to)} wrong={wrong !== undefined} />;
}
