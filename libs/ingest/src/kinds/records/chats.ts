import { DomainError } from '@kshot/domain';
import { type Entry, isObject, isScalar, type Records } from './records.js';
import { spokenText } from './spoken-text.js';

/** What lists of messages, the roles in them and their words are called by those who train chatbots. */
const LISTS = ['messages', 'conversations', 'conversation', 'contents', 'dialog'];
const ASKS = new Set(['user', 'human', 'prompter']);
const ANSWERS = new Set(['assistant', 'gpt', 'model', 'bot', 'chatgpt']);
/** Fields of a prompt and its answer. */
const PROMPTS = [
  { asked: ['prompt'], answered: 'completion' },
  { asked: ['instruction', 'input'], answered: 'output' },
];

interface Turn {
  readonly text: string;
  readonly label: string;
}

/** Chats and prompts with their answers as records of a text and its class; other records as they are. Throws DATA_FORMAT where the answers are free texts. */
export function withoutChats(records: Records, notes: string[] = []): Records {
  const turns = records.map((record) => promptIn(record) ?? turnsIn(record));
  const chats = turns.filter((found) => found !== undefined).length;
  if (chats === 0 || chats < 0.9 * records.length) return records;
  const all = turns.flatMap((found) => found ?? []);
  assertClasses(all.map(({ label }) => label).filter((label) => label !== ''));
  notes.push('What the user says became the text, and the answer to it the class.');
  return records.flatMap((record, i) => {
    const others = Object.entries(record).filter(([name, value]) => isScalar(value) && !isPrompt(name));
    return (turns[i] ?? []).map((turn) => ({ ...Object.fromEntries(others), ...turn }));
  });
}

const isPrompt = (name: string): boolean =>
  PROMPTS.some(({ asked, answered }) => answered === name || asked.includes(name));

function promptIn(record: Entry): Turn[] | undefined {
  for (const { asked, answered } of PROMPTS) {
    const label = record[answered];
    if (typeof label !== 'string' || typeof record[asked[0] as string] !== 'string') continue;
    const said = asked.flatMap((name) => (typeof record[name] === 'string' ? [record[name]] : []));
    const text = said.filter((each) => each.trim() !== '').join('\n');
    return [{ text: text.replace(/\s*(#{2,}|[-=]>)\s*$/, '').trim(), label: label.trim() }];
  }
  return undefined;
}

/** What was asked since the last answer, with the answer, for each; what stays without an answer has no class. */
function turnsIn(record: Entry): Turn[] | undefined {
  const list = LISTS.map((name) => record[name]).find(
    (value) =>
      Array.isArray(value) && value.length > 0 && value.every((each) => isObject(each) && roleOf(each)),
  ) as Entry[] | undefined;
  if (!list) return undefined;
  const turns: Turn[] = [];
  let asked: string[] = [];
  for (const message of list) {
    const role = roleOf(message) as string;
    if (ASKS.has(role)) asked.push(wordsOf(message));
    if (!ANSWERS.has(role) || asked.length === 0) continue;
    turns.push({ text: asked.join('\n'), label: wordsOf(message) });
    asked = [];
  }
  return asked.length > 0 ? [...turns, { text: asked.join('\n'), label: '' }] : turns;
}

function roleOf({ role, from }: Entry): string | undefined {
  const name = role ?? from;
  return typeof name === 'string' ? name.toLowerCase() : undefined;
}

function wordsOf({ content, value, parts }: Entry): string {
  const said = content ?? value ?? parts;
  return typeof said === 'string' ? said.trim() : (spokenText(said) ?? '').trim();
}

/** Answers are classes where they come again, or at least are a few words. */
function assertClasses(answers: readonly string[]): void {
  const different = new Set(answers).size;
  const words = answers.reduce((sum, answer) => sum + answer.split(/\s+/).length, 0) / answers.length;
  if (different < 2 || (different < answers.length && (2 * different <= answers.length || words <= 3)))
    return;
  throw new DomainError(
    'DATA_FORMAT',
    `The file holds questions whose answers are free texts: ${different} different ones in ${answers.length} examples. Kshot learns classes: write the name of a class as the answer of each example, or make a CSV with the columns text and label.`,
  );
}
