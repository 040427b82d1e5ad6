import { receiveToken } from '@/server/receive-token';

export const POST = receiveToken;
