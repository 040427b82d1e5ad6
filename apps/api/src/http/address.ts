import type { IncomingMessage } from 'node:http';
import { settings } from '../settings.js';

/** The address of a route as callers write it, with the base path. */
export const address = (route: string): string => settings.basePath + route;

/** Takes the base path off a request, so that routes need not know it. Requests without it, such as health checks, pass as they are. */
export function removeBasePath(request: IncomingMessage): void {
  const { url = '/' } = request;
  if (url === settings.basePath || url.startsWith(address('/')))
    request.url = url.slice(settings.basePath.length) || '/';
}
