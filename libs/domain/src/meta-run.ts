import { metaTrainOptions, type Option, type SettingsOf } from '@kshot/fewshot';

const testOptions = [
  {
    name: 'testShare',
    label: 'Test classes',
    group: 'Evaluation',
    kind: 'FLOAT',
    default: 0.2,
    minimum: 0,
    maximum: 0.8,
    description:
      'Share of the classes, or of the groups where there are any, that training never sees and the test episodes are drawn from.',
  },
  {
    name: 'testEpisodes',
    label: 'Test episodes',
    group: 'Evaluation',
    kind: 'INT',
    default: 600,
    minimum: 10,
    maximum: 10_000,
    advanced: true,
    description: 'Episodes that the accuracy of the finished meta-model is a mean over.',
  },
] as const satisfies readonly Option[];

/** What can be set of a run of the technique META. */
export const metaRunOptions = [...metaTrainOptions, ...testOptions] as const;
export type MetaRunSettings = SettingsOf<typeof metaRunOptions>;

/** What a meta-model reaches on a fixed episode set of classes that it never saw. */
export interface EpisodeReport {
  readonly ways: number;
  readonly shots: number;
  readonly queries: number;
  readonly episodes: number;
  /** Classes that the episodes are drawn from. */
  readonly classes: number;
  /** Of the episode set: equal sets have equal hashes. */
  readonly hash: string;
  readonly accuracy: number;
  /** Student's 95 % interval over episodes. */
  readonly accuracyLow: number;
  readonly accuracyHigh: number;
  /** Whether queries were looked at together. */
  readonly transductive: boolean;
}
