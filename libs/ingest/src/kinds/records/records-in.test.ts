import { describe, expect, test } from 'vitest';
import { recordsIn } from './records-in.js';

describe('records in a value', () => {
  const intents = [
    { label: 'greet', text: 'hi' },
    { label: 'greet', text: 'hello' },
    { label: 'bye', text: 'see you' },
  ];

  test('lists of texts by their class', () => {
    expect(recordsIn({ greet: ['hi', 'hello'], bye: ['see you'] })).toEqual(intents);
    expect(recordsIn({ a: ['1', '2'], b: ['3', '4'] })).toHaveLength(4);
  });

  test('columns of one length stay columns where a value comes again, or a name is known', () => {
    expect(recordsIn({ pet: ['cat', 'cat'], name: ['Ada', 'Bo'] })).toEqual([
      { pet: 'cat', name: 'Ada' },
      { pet: 'cat', name: 'Bo' },
    ]);
    expect(recordsIn({ text: ['a', 'b'], label: ['x', 'y'] })).toHaveLength(2);
  });

  test('rows of Hugging Face, with the names of their classes', () => {
    const features = [{ name: 'text' }, { name: 'label', type: { names: ['neg', 'pos'] } }];
    const rows = [{ row_idx: 0, row: { text: 'fine', label: 1 } }];
    expect(recordsIn({ features, rows })).toEqual([{ text: 'fine', label: 'pos' }]);
  });

  test('things with names within records as these names', () => {
    const labels = [{ id: 7, name: 'bug', color: 'f00' }];
    expect(recordsIn([{ title: 'It stops', labels }])).toEqual([{ title: 'It stops', labels: 'bug' }]);
  });

  test('pairs, with their parts', () => {
    expect(
      recordsIn([
        ['hi', 'greet'],
        ['ciao', 'bye'],
      ])?.[1],
    ).toEqual({
      'column 1': 'ciao',
      'column 2': 'bye',
    });
    expect(recordsIn({ train: [['hi', 'greet']], oos_test: [['what', 'oos']] })).toEqual([
      { split: 'train', 'column 1': 'hi', 'column 2': 'greet' },
      { split: 'test', 'column 1': 'what', 'column 2': 'oos' },
    ]);
  });

  test('data and targets with the names of these', () => {
    expect(recordsIn({ data: ['hi', 'ciao'], target: [1, 0], target_names: ['bye', 'greet'] })).toEqual([
      { text: 'hi', label: 'greet' },
      { text: 'ciao', label: 'bye' },
    ]);
    expect(recordsIn({ data: [[1, 2]], target: ['x'], feature_names: ['a', 'b'] })).toEqual([
      { a: 1, b: 2, label: 'x' },
    ]);
  });

  test('classes that hold their examples, however deep they lie', () => {
    const list = [
      { tag: 'greet', patterns: ['hi', 'hello'], responses: ['Hello!'] },
      { tag: 'bye', patterns: ['see you'], responses: [] },
    ];
    expect(recordsIn({ intents: list })).toEqual(intents.map(({ label, text }) => ({ tag: label, text })));
    const model = { intents: list, types: [{ name: 'city', values: [] }] };
    expect(recordsIn({ model: { language: model } })).toHaveLength(3);
  });

  test('examples on lines with dashes, without the marks of entities', () => {
    const nlu = [
      { intent: 'greet', examples: '- hi\n- hello [Bob](name)\n' },
      { lookup: 'city', examples: '- Berlin\n' },
    ];
    expect(recordsIn({ version: '3.1', nlu })).toEqual([
      { intent: 'greet', text: 'hi' },
      { intent: 'greet', text: 'hello Bob' },
    ]);
  });

  test('texts in pieces by their class', () => {
    const said = (city: string) => ({ data: [{ text: 'rain in ' }, { text: city, entity: 'city' }] });
    expect(recordsIn({ weather: [said('Rome')], other: [said('Oslo')] })).toEqual([
      { label: 'weather', data: 'rain in Rome' },
      { label: 'other', data: 'rain in Oslo' },
    ]);
    expect(recordsIn({ weather: [said('Rome')] })).toEqual([{ label: 'weather', data: 'rain in Rome' }]);
  });

  test('objects within records become columns, named by what is inside', () => {
    const task = {
      id: 1,
      data: { text: 'hi' },
      annotations: [{ result: [{ value: { choices: ['greet'] } }] }],
    };
    expect(recordsIn([task])).toEqual([{ id: 1, text: 'hi', choices: 'greet' }]);
    expect(recordsIn([{ a: { name: 'x' }, b: { name: 'y' } }])).toEqual([{ 'a.name': 'x', 'b.name': 'y' }]);
  });

  test('what an annotator passed over has no class', () => {
    const passed = { text: 'hi', accept: ['greet'], answer: 'ignore', _input_hash: 1 };
    expect(recordsIn([passed])).toEqual([{ text: 'hi', answer: 'ignore', _input_hash: 1 }]);
  });

  test('texts, each with an object about it', () => {
    expect(recordsIn([['hi', { cats: { greet: 1, bye: 0 } }]])).toEqual([{ text: 'hi', label: 'greet' }]);
  });

  test('nothing in a value that holds none', () => {
    for (const value of [1, 'a', [], {}, { a: 1 }, [1, 2], [[1], [2, 3]]])
      expect(recordsIn(value)).toBe(undefined);
  });
});
