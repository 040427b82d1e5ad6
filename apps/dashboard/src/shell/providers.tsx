'use client';
import type { Client as LiveClient } from 'graphql-ws';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { Provider } from 'urql';
import { createClient } from '@/graphql/create-client';
import { createLiveClient } from '@/graphql/live-client';
import { address } from '@/url/address';
import { type Settings, SettingsProvider } from './settings';

const Live = createContext<LiveClient | null>(null);

/** The WebSocket client; null on the server. */
export const useLiveClient = (): LiveClient | null => use(Live);

export function Providers({ settings, children }: { settings: Settings; children: ReactNode }) {
  const { apiOrigin, needsToken } = settings;
  const [client, live] = useMemo(() => {
    const url = apiOrigin.replace(/^http/, 'ws') + address('/graphql');
    const socket = typeof window === 'undefined' ? null : createLiveClient(url, needsToken);
    return [createClient(socket), socket] as const;
  }, [apiOrigin, needsToken]);
  return (
    <SettingsProvider value={settings}>
      <Live value={live}>
        <Provider value={client}>{children}</Provider>
      </Live>
    </SettingsProvider>
  );
}
