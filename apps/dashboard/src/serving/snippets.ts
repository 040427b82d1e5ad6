/** What a snippet needs: where to send what, and whether a token goes with it. */
export type Call = { url: string; input: object | null; needsToken: boolean };

export type Snippet = { key: string; title: string; text: (call: Call) => string };

/** Single quotes are closed, escaped and opened again. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const json = (value: unknown): string => JSON.stringify(value, null, 2);
/** A value of JSON as Python writes it. */
function python(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value as object)
      .map(([key, each]) => `${JSON.stringify(key)}: ${python(each)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

const curl = ({ url, input, needsToken }: Call): string =>
  [
    `curl ${quoted(url)}`,
    ...(needsToken ? ['-H "authorization: Bearer $KSHOT_TOKEN"'] : []),
    ...(input
      ? ["-H 'content-type: application/json'", `-d ${quoted(JSON.stringify({ inputs: [input] }))}`]
      : ['-F image=@photo.jpg']),
  ].join(' \\\n  ');

function javascript({ url, input, needsToken }: Call): string {
  const token = "authorization: 'Bearer ' + process.env.KSHOT_TOKEN";
  const headers = [...(input ? ["'content-type': 'application/json'"] : []), ...(needsToken ? [token] : [])];
  return [
    ...(input
      ? [`const body = JSON.stringify(${json({ inputs: [input] })});`]
      : [
          "import { openAsBlob } from 'node:fs';",
          '',
          'const body = new FormData();',
          "body.append('image', await openAsBlob('photo.jpg'), 'photo.jpg');",
        ]),
    `const response = await fetch(${JSON.stringify(url)}, {`,
    "  method: 'POST',",
    ...(headers.length > 0 ? [`  headers: { ${headers.join(', ')} },`] : []),
    '  body,',
    '});',
    'const { predictions, error } = await response.json();',
    'if (error) throw new Error(error.message);',
    'console.log(predictions[0].class, predictions[0].probability);',
  ].join('\n');
}

const requests = ({ url, input, needsToken }: Call): string =>
  [
    ...(needsToken ? ['import os'] : []),
    'import requests  # pip install requests',
    '',
    'response = requests.post(',
    `    ${JSON.stringify(url)},`,
    ...(needsToken ? ['    headers={"Authorization": f"Bearer {os.environ[\'KSHOT_TOKEN\']}"},'] : []),
    input ? `    json={"inputs": [${python(input)}]},` : '    files=[("image", open("photo.jpg", "rb"))],',
    ')',
    'answer = response.json()',
    'if "error" in answer:',
    '    raise RuntimeError(answer["error"]["message"])',
    'print(answer["predictions"][0]["class"], answer["predictions"][0]["probability"])',
  ].join('\n');

export const snippets: readonly Snippet[] = [
  { key: 'curl', title: 'curl', text: curl },
  { key: 'javascript', title: 'JavaScript', text: javascript },
  { key: 'python', title: 'Python', text: requests },
];
