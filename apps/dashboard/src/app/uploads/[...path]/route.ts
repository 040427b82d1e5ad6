import { forward } from '@/server/forward';

export const HEAD = forward;
export const PATCH = forward;
export const PUT = forward;
