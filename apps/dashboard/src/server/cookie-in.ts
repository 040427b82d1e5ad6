/** The text that a cookie of ours holds, as base64url; null where there is none. */
export function cookieIn({ headers }: Pick<Request, 'headers'>, name: string): string | null {
  const cookies = headers.get('cookie')?.split(/; */) ?? [];
  const value = cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1);
  return value ? Buffer.from(value, 'base64url').toString() : null;
}
