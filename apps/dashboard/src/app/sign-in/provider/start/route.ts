import { beginAtProvider } from '@/server/provider-sign-in';

export const GET = beginAtProvider;
