import type { BenchOptions } from '../frame/options.js';

/** How long a network is trained, from where, and where it is kept. */
export interface TrainingOptions {
  readonly steps?: number;
  readonly seconds?: number;
  /** Updates at the end on examples as they are. */
  readonly finish?: number;
  /** A file that the result is kept in, or taken from. */
  readonly save?: string;
  readonly model?: string;
  /** A model to start from. */
  readonly start?: string;
}

/** What the rows of characters are asked. */
export interface CharacterOptions extends TrainingOptions {
  readonly episodes: number;
  readonly json: boolean;
  readonly validate: boolean;
  readonly leaveOut?: string;
  /** The seed by which alphabets are drawn. */
  readonly split: number;
  /** Settings of the training, over those of the row. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What the rows of a file are asked. */
export interface FileOptions {
  readonly model?: string;
  /** Another backbone, to be scored alone and together with the first. */
  readonly beside?: string;
  readonly protocol?: string;
  readonly ways: number;
  readonly shots: readonly number[];
  readonly allShots: number;
  readonly episodes: number;
  readonly draws?: number;
  readonly seed: number;
  readonly heads?: readonly string[];
  readonly looks?: readonly string[];
  readonly json: boolean;
}

/** What the bench takes beside the rows' names and --json, with its defaults. */
export const asked = {
  own: {
    ...{ steps: '', seconds: '', finish: '', save: '', model: '', start: '', threads: '' },
    ...{
      episodes: '1000',
      'leave-out': '',
      split: '1',
      images: '',
      text: '',
      table: '',
      words: '',
      protocol: '',
      beside: '',
    },
    ...{ heads: '', looks: '', ways: '5', shots: '1,5', 'all-shots': '10', draws: '', seed: '1' },
  },
  repeated: ['set'],
  flags: ['validate'],
} as const;

export function characterOptions(options: BenchOptions): CharacterOptions {
  return {
    ...given({
      steps: options.number('steps'),
      seconds: options.number('seconds'),
      finish: options.number('finish'),
      save: options.text('save'),
      model: options.text('model'),
      start: options.text('start'),
      leaveOut: options.text('leave-out'),
    }),
    episodes: Number(options.value('episodes')),
    json: options.json,
    validate: options.has('validate'),
    split: Number(options.value('split')),
    given: Object.fromEntries(options.values('set').map(setting)),
  };
}

export function fileOptions(options: BenchOptions): FileOptions {
  const number = (name: string): number => Number(options.value(name));
  return {
    ...given({
      model: options.text('model'),
      beside: options.text('beside'),
      protocol: options.text('protocol'),
      draws: options.number('draws'),
      heads: options.text('heads')?.split(','),
      looks: options.text('looks')?.split(','),
    }),
    ways: number('ways'),
    shots: options.value('shots').split(',').map(Number),
    allShots: number('all-shots'),
    episodes: number('episodes'),
    seed: number('seed'),
    json: options.json,
  };
}

/** Without what is left out, so that what it is spread over keeps its defaults. */
function given<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}

/** `name=value` as a setting and its value. */
function setting(text: string): [string, unknown] {
  const [name = '', value = ''] = text.split('=');
  return [name, /^[\d.[{-]|^(true|false)$/.test(value) ? JSON.parse(value) : value];
}
