import { forward } from '@/server/forward';

export const POST = forward;
export const GET = forward;
