import { backFromProvider } from '@/server/provider-sign-in';

export const GET = backFromProvider;
