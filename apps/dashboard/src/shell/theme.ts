import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'kshot-theme';

function subscribe(listener: () => void): () => void {
  // public/theme.js applies the choice and then announces it.
  addEventListener('kshot-theme', listener);
  return () => removeEventListener('kshot-theme', listener);
}

function choice(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function chooseTheme(next: ThemeChoice): void {
  if (next === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, next);
  dispatchEvent(new Event('kshot-theme-choice'));
}

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, choice, () => 'system');

/** The theme in force: what drawings on a canvas need to know. */
export const useTheme = (): 'light' | 'dark' =>
  useSyncExternalStore(
    subscribe,
    () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'),
    () => 'light',
  );
