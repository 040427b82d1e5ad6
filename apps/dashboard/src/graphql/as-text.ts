import { address } from '../url/address';

/** An operation with its variables as a GraphQL IDE takes them: the document, then the variables as JSON. */
export function asGraphQL(document: string, variables: object): string {
  const text = document.trim();
  return Object.keys(variables).length === 0
    ? `${text}\n`
    : `${text}\n\n# Variables\n${JSON.stringify(variables, null, 2).replaceAll(/^/gm, '# ')}\n`;
}

/** A shell command that sends the operation over HTTP. Single quotes are closed, escaped and opened again. */
export function asCurl(origin: string, document: string, variables: object, needsToken: boolean): string {
  const query = document.trim().replaceAll(/\s+/g, ' ');
  const body = JSON.stringify({ query, variables }).replaceAll("'", `'\\''`);
  const lines = [`curl ${origin}${address('/graphql')}`, `-H 'content-type: application/json'`];
  if (needsToken) lines.push(`-H "authorization: Bearer $KSHOT_TOKEN"`);
  lines.push(`-d '${body}'`);
  return `${lines.join(' \\\n  ')}\n`;
}
