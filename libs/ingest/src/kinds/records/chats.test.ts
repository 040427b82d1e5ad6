import { expect, test } from 'vitest';
import { withoutChats } from './chats.js';

const chat = (text: string, answer: string) => ({
  messages: [
    { role: 'system', content: 'Classify.' },
    { role: 'user', content: text },
    { role: 'assistant', content: answer },
  ],
});

test('the answer to what the user says is its class', () => {
  const notes: string[] = [];
  expect(withoutChats([chat('hi', 'greet'), chat('hello', 'greet'), chat('ciao', ' bye\n')], notes)).toEqual([
    { text: 'hi', label: 'greet' },
    { text: 'hello', label: 'greet' },
    { text: 'ciao', label: 'bye' },
  ]);
  expect(notes).toEqual(['What the user says became the text, and the answer to it the class.']);
});

test('each turn of a longer chat is an example, and one without an answer has no class', () => {
  const { messages } = chat('hi', 'greet');
  const more = [...messages, { role: 'user', content: [{ type: 'text', text: 'see you' }] }];
  expect(withoutChats([{ messages: more }])).toEqual([
    { text: 'hi', label: 'greet' },
    { text: 'see you', label: '' },
  ]);
});

test('chats of other programs are read alike', () => {
  const said = [
    { from: 'human', value: 'hi' },
    { from: 'gpt', value: 'greet' },
  ];
  const parts = [
    { role: 'user', parts: [{ text: 'hi' }] },
    { role: 'model', parts: [{ text: 'greet' }] },
  ];
  expect(withoutChats([{ conversations: said }])).toEqual([{ text: 'hi', label: 'greet' }]);
  expect(withoutChats([{ contents: parts }])).toEqual([{ text: 'hi', label: 'greet' }]);
});

test('prompts with completions are texts with classes', () => {
  expect(withoutChats([{ prompt: 'hi\n\n###\n\n', completion: ' greet', split: 'test' }])).toEqual([
    { split: 'test', text: 'hi', label: 'greet' },
  ]);
  expect(withoutChats([{ instruction: 'Classify', input: 'hi', output: 'greet' }])).toEqual([
    { text: 'Classify\nhi', label: 'greet' },
  ]);
});

test('answers that are free texts are refused', () => {
  const free = ['a', 'b', 'c'].map((word) => chat('hi', `A long answer that says ${word}`));
  expect(() => withoutChats(free)).toThrow(
    /3 different ones in 3 examples.*CSV with the columns text and label/,
  );
});

test('records without chats stay', () => {
  const records = [{ prompt: 'hi', label: 'greet' }, { messages: 3 }];
  expect(withoutChats(records)).toBe(records);
});
