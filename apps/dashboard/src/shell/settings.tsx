'use client';
import { createContext, use } from 'react';

/** What the server tells the browser at run time. */
export type Settings = { apiOrigin: string; needsToken: boolean };

const Context = createContext<Settings>({ apiOrigin: '', needsToken: false });

export const SettingsProvider = Context.Provider;

export const useSettings = (): Settings => use(Context);
