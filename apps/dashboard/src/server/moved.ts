import { address } from '@/url/address';

/** 303: whatever was sent, the next page is fetched by GET: one of ours by its path, another by its whole URL. */
export function moved(to: string, ...cookies: readonly string[]): Response {
  const location = to.startsWith('/') ? address(to) : to;
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
