import type { Viewport } from 'next';
import { cookies } from 'next/headers';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { publicApiOrigin } from '@/server/api-origin';
import { SESSION } from '@/server/session';
import { AppShell } from '@/shell/app-shell';
import { Providers } from '@/shell/providers';
import { address } from '@/url/address';
import './globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const settings = { apiOrigin: publicApiOrigin(), needsToken: (await cookies()).has(SESSION) };
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src={address('/theme.js')} />
      </head>
      <body>
        <Providers settings={settings}>
          <AppShell>{children}</AppShell>
        </Providers>
      </body>
    </html>
  );
}
