import type { Metadata } from 'next';
import { signInWays } from '@/server/sign-in-ways';
import { SignInPage, type Wrong } from '@/sign-in/sign-in-page';
import { ownPath } from '@/sign-in/sign-in-path';

export const metadata: Metadata = { title: 'Sign in · Kshot' };

export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const { to, wrong } = await searchParams;
  return (
    <SignInPage to={ownPath(to)} wrong={(wrong as Wrong | undefined) ?? null} ways={await signInWays()} />
  );
}
