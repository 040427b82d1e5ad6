'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '@/ui/button';
import { chooseTheme, type ThemeChoice, useThemeChoice } from './theme';

const NEXT: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ThemeToggle() {
  const choice = useThemeChoice();
  const Icon = ICONS[choice];
  return (
    <IconButton
      name={`Theme: ${choice}. Switch to ${NEXT[choice]}`}
      onClick={() => chooseTheme(NEXT[choice])}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
