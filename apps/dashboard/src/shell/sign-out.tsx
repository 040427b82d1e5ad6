'use client';
import { LogOut } from 'lucide-react';
import { IconButton } from '@/ui/button';
import { address } from '@/url/address';
import { useSettings } from './settings';

/** Shown to who has signed in. */
export function SignOut() {
  if (!useSettings().needsToken) return null;
  return (
    <form action={address('/session')} method="post">
      <IconButton type="submit" name="Sign out">
        <LogOut aria-hidden />
      </IconButton>
    </form>
  );
}
