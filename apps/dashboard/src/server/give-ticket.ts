import { createHmac } from 'node:crypto';
import { refusalOf } from './refusal';
import { sessionToken } from './session';

const LIFETIME = 60_000; // milliseconds

/** What opens one socket to the API soon, so that the token itself never reaches a page; the API checks it by the same token. */
export async function giveTicket(request: Request): Promise<Response> {
  const refused = refusalOf(request);
  if (refused) return refused;
  const token = sessionToken(request);
  if (token === null) return Response.json({});
  const expires = Date.now() + LIFETIME;
  const signature = createHmac('sha256', token).update(`socket ticket ${expires}`).digest('hex');
  return Response.json({ ticket: `${expires}.${signature}` });
}
