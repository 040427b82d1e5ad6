import { forward } from '@/server/forward';

export const GET = forward;
export const POST = forward;
