/** How candidates can be scored, with the fields that each way takes. */
export type ProtocolKind = 'split' | 'crossValidation' | 'leaveOneOut' | 'shotCurve' | 'episodes';
export type ProtocolField = { name: string; label: string; hint: string; text: string; list?: boolean };

export const PROTOCOLS: {
  kind: ProtocolKind;
  title: string;
  sentence: string;
  fields: ProtocolField[];
}[] = [
  {
    kind: 'crossValidation',
    title: 'Cross-validation',
    sentence:
      'Every example is scored once by what learned from the others. For up to some thousand examples.',
    fields: [
      { name: 'folds', label: 'Folds', hint: 'Parts that the examples are dealt into, 2 to 100.', text: '5' },
      { name: 'repeats', label: 'Repeats', hint: 'Number of repeats, 1 to 100.', text: '1' },
    ],
  },
  {
    kind: 'episodes',
    title: 'Episodes',
    sentence: 'Many small tasks of a few classes with a few examples each: how well it learns from little.',
    fields: [
      { name: 'ways', label: 'Ways', hint: 'Classes of each episode.', text: '5' },
      { name: 'shots', label: 'Shots', hint: 'Examples of each class to learn from.', text: '5' },
      { name: 'queries', label: 'Queries', hint: 'Examples of each class to be scored.', text: '15' },
      { name: 'count', label: 'Episodes', hint: 'More give narrower intervals, 2 to 20,000.', text: '600' },
    ],
  },
  {
    kind: 'shotCurve',
    title: 'Shot curve',
    sentence: 'Accuracy by the number of examples: what labelling more would be worth.',
    fields: [
      {
        name: 'shots',
        label: 'Shots',
        hint: 'Numbers of examples of each class.',
        text: '1, 2, 5, 10',
        list: true,
      },
      { name: 'draws', label: 'Draws', hint: 'How often examples are drawn for each number.', text: '10' },
    ],
  },
  {
    kind: 'split',
    title: 'Test part',
    sentence:
      'Learned on the training part, scored on the test part. The only one that trained models take as they are.',
    fields: [],
  },
  {
    kind: 'leaveOneOut',
    title: 'Leave-one-out',
    sentence: 'Each example is scored by what learned from all others. For small sets.',
    fields: [],
  },
];

/** What folds can keep together, with what has to be written beside it. */
export const GROUPINGS = [
  { value: 'none', title: 'nothing', label: '', hint: '' },
  {
    value: 'column',
    title: 'rows with the same category',
    label: 'Column',
    hint: 'Name of a column of categories, such as the patient.',
  },
  {
    value: 'nameBefore',
    title: 'files named the same at the start',
    label: 'Separator',
    hint: 'Before the last one of these, such as _ in ann_01.png.',
  },
  {
    value: 'nameAfter',
    title: 'files named the same at the end',
    label: 'Separator',
    hint: 'After the last one of these, such as _ in 0394_01.png.',
  },
] as const;

/** Whether a study of episodes ends as soon as the best is known; on when there is any text. */
export const STOP_EARLY = 'episodes.stopEarly';

export const GROUP_BY = 'crossValidation.groupBy';
export const GROUP_TEXT = 'crossValidation.groupText';

/** What stays in one fold together; `wrong` where the text beside it is missing. */
function groupingOf(texts: Readonly<Record<string, string>>) {
  const by = texts[GROUP_BY] ?? 'none';
  if (by === 'none') return { given: {}, wrong: [] };
  const text = (texts[GROUP_TEXT] ?? '').trim();
  return { given: { grouping: { [by]: text } }, wrong: text === '' ? ['grouping'] : [] };
}

/** The protocol as the API takes it, for one candidate alone or several; `wrong` names fields that hold no whole number, or nothing. */
export function protocolInput(
  kind: ProtocolKind,
  texts: Readonly<Record<string, string>>,
  seed: string,
  alone = false,
): { input: Record<string, unknown>; wrong: string[] } {
  const { fields } = PROTOCOLS.find((one) => one.kind === kind)!;
  const wrong: string[] = [];
  const whole = (name: string, text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < 0) wrong.push(name);
    return value;
  };
  const values = fields.map(({ name, text, list }) => {
    const given = texts[`${kind}.${name}`] ?? text;
    const parts = given.split(/[\s,;]+/).filter(Boolean);
    return [name, list ? parts.map((part) => whole(name, part)) : whole(name, given)] as const;
  });
  const seeded = kind === 'split' || kind === 'leaveOneOut' ? {} : { seed: whole('seed', seed) };
  const stops = kind === 'episodes' && !alone && texts[STOP_EARLY] ? { stopEarly: {} } : {};
  const grouping = kind === 'crossValidation' ? groupingOf(texts) : { given: {}, wrong: [] };
  return {
    input: { [kind]: { ...Object.fromEntries(values), ...grouping.given, ...stops, ...seeded } },
    wrong: [...wrong, ...grouping.wrong],
  };
}
