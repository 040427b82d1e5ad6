import type { IncomingMessage } from 'node:http';
import { settings } from '../settings.js';

/** The address of a route as callers write it, with the base path. */
export const address = (route: string): string => settings.basePath + route;

/** Takes the base path off a request, so that routes need not know it. Requests without it, such as health checks, pass as they are. */
export function removeBasePath(request: IncomingMessage): void {
  const url = originForm(request.url ?? '/');
  const isUnder = url === settings.basePath || url.startsWith(address('/'));
  request.url = isUnder ? url.slice(settings.basePath.length) || '/' : url;
}

/** The path and query of a request that names a whole URL, as requests through a proxy do. What is not a URL becomes a path that no route has. */
function originForm(url: string): string {
  if (url.startsWith('/') || url === '*') return url;
  if (!URL.canParse(url)) return `/${encodeURIComponent(url)}`;
  const { pathname, search } = new URL(url);
  return pathname.startsWith('/') ? pathname + search : `/${encodeURIComponent(url)}`;
}
