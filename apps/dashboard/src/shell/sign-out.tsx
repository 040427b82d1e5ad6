'use client';
import { LogOut } from 'lucide-react';
import { IconButton } from '@/ui/button';
import { useSettings } from './settings';

/** Shown where an access token is set. */
export function SignOut() {
  if (!useSettings().needsToken) return null;
  return (
    <form action="/session" method="post">
      <IconButton type="submit" name="Sign out">
        <LogOut aria-hidden />
      </IconButton>
    </form>
  );
}
