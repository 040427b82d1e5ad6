/** The API as this server reaches it. Read at each call: one build serves any API. */
export function apiOrigin(): string {
  return (process.env.KSHOT_API_URL ?? 'http://127.0.0.1:4400').replace(/\/$/, '');
}

/** The API as a browser reaches it, for the WebSocket and for copied commands; in containers it differs. */
export function publicApiOrigin(): string {
  return (process.env.KSHOT_PUBLIC_API_URL ?? apiOrigin()).replace(/\/$/, '');
}
