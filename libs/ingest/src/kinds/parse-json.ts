import { DomainError } from '@kshot/domain';

/** Levels of lists and objects; tables have three or four. */
const DEEPEST = 100;

/** The value of a JSON text; undefined where it is none. Throws DATA_FORMAT where it is nested so deeply that reading it would not end well. */
export function parseJson(text: string): unknown {
  if (depthOf(text) > DEEPEST)
    throw new DomainError(
      'DATA_FORMAT',
      `The JSON has lists or objects within each other, more than ${DEEPEST} levels deep. Write a list of flat objects.`,
    );
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const [QUOTE, BACKSLASH] = ['"'.charCodeAt(0), '\\'.charCodeAt(0)];
const OPENING = new Set(['[', '{'].map((sign) => sign.charCodeAt(0)));
const CLOSING = new Set([']', '}'].map((sign) => sign.charCodeAt(0)));

/** Levels of lists and objects, outside of strings; counting ends where there are too many. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  let quoted = false;
  for (let i = 0; i < text.length && deepest <= DEEPEST; i++) {
    const code = text.charCodeAt(i);
    if (quoted && code === BACKSLASH) i++;
    else if (code === QUOTE) quoted = !quoted;
    else if (!quoted && OPENING.has(code)) deepest = Math.max(deepest, ++depth);
    else if (!quoted && CLOSING.has(code)) depth--;
  }
  return deepest;
}
