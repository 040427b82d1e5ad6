import { forwardShared } from '@/server/forward';

export const GET = forwardShared;
export const POST = forwardShared;
