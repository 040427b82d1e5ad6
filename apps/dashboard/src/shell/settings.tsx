'use client';
import { createContext, use } from 'react';

/** What the server tells the browser at run time. */
export type Settings = { apiOrigin: string; token: string | null };

const Context = createContext<Settings>({ apiOrigin: '', token: null });

export const SettingsProvider = Context.Provider;

export const useSettings = (): Settings => use(Context);
