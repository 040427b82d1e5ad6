import { expect, test } from 'vitest';
import { lessonFile } from './lesson-file';

test('texts become a table with their classes', async () => {
  const file = lessonFile([
    { class: 'hello', input: { text: 'say "hi", then' } },
    { class: 'bye', input: { text: 'see you' } },
  ]);
  expect(await file.text()).toBe('text,label\n"say ""hi"", then","hello"\n"see you","bye"');
});

test('pictures become files in the folder of their class', async () => {
  const file = lessonFile([{ class: 'a/b', input: { image: 'data:image/png;base64,AAEC' } }]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(new TextDecoder().decode(bytes.subarray(0, 9))).toBe('a-b/1.png');
  expect([...bytes.subarray(512, 515)]).toEqual([0, 1, 2]);
});
