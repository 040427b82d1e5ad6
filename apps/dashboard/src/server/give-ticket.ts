import { refusal, strangeRefusal } from './refusal';
import { askSession, sessionToken } from './session';

/** What opens one socket to the API soon, so that the session itself never reaches a page. */
export async function giveTicket(request: Request): Promise<Response> {
  const refused = strangeRefusal(request);
  if (refused) return refused;
  try {
    const answer = await askSession('/ticket', sessionToken(request), { method: 'POST' });
    return Response.json(await answer.json(), { status: answer.status });
  } catch {
    return refusal(502, 'API_UNREACHABLE', 'The API does not answer.');
  }
}
