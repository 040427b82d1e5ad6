import type { Kshot } from '../kshot.js';

/** A model that was taught, and the examples that it keeps. */
export interface Taught {
  readonly id: string;
  readonly classes: string[];
  readonly lesson: { index: number; class: string; text: string | null; imageUrl: string | null }[] | null;
}
const FIELDS = '{ id classes lesson { index class text imageUrl } }';
export const teach = async ({ ask }: Kshot, input: object): Promise<Taught> =>
  (
    await ask<{ teach: Taught }>(`mutation ($input: TeachInput!) { teach(input: $input) ${FIELDS} }`, {
      input,
    })
  ).teach;
export const correct = async ({ ask }: Kshot, input: object): Promise<Taught> =>
  (
    await ask<{ correct: Taught }>(`mutation ($input: CorrectInput!) { correct(input: $input) ${FIELDS} }`, {
      input,
    })
  ).correct;
export const sentences = (name: string, ...lines: string[]) => ({
  name,
  examples: lines.map((text) => ({ text })),
});

/** The id of a name that is given to a model. */
export async function setAlias({ ask }: Kshot, name: string, modelId: string): Promise<string> {
  const { setAlias: set } = await ask<{ setAlias: { id: string } }>(
    'mutation ($input: SetAliasInput!) { setAlias(input: $input) { id } }',
    { input: { name, modelId } },
  );
  return set.id;
}

/** What a served model answers, and the classes that it knows. */
export async function served(
  { api }: Kshot,
  target: string,
  instance: object,
): Promise<{ class: string; classes: string[] }> {
  const response = await fetch(`${api}/v1/models/${target}:predict`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ inputs: [instance], top: 100 }),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(body));
  const [{ class: name, probabilities }] = body.predictions;
  return {
    class: name,
    classes: probabilities.map((one: { class: string }) => one.class),
  };
}
