import type { Problem } from '@/graphql/problem';

/** The title of why an import made no version: `failed`, unless a user cancelled it. */
export const importTitle = ({ code }: Problem, failed: string): string =>
  code === 'CANCELLED' ? 'Nothing was imported' : failed;
