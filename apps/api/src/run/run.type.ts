import type {
  Environment as EnvironmentValue,
  EpisodeReport as EpisodeReportValue,
  RunProgress as ProgressValue,
  TestReport as ReportValue,
} from '@kshot/domain';
import type { Attempt as AttemptRow, Run as Row } from '@kshot/store';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../schema/connection.js';
import { RunStatusEnum, TechniqueEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import {
  EpisodeReport,
  Failure,
  failureOfRow,
  NamedValue,
  namedValues,
  TestReport,
} from '../schema/values.js';

@ObjectType({
  description: 'Examples that have gone through a backbone. Features are stored and used again.',
})
export class FeatureProgress {
  @Field(() => Int, { description: 'Examples whose features are there.' })
  done!: number;
  @Field(() => Int, { description: 'Examples in all.' })
  total!: number;
}

@ObjectType({ description: 'How far the comparison of heads is.' })
export class HeadProgress {
  @Field(() => Int, { description: 'Fits that are done, each on a part of the examples.' })
  done!: number;
  @Field(() => Int, { description: 'Fits in all.' })
  total!: number;
}

@ObjectType({ description: 'How far a run is.' })
export class RunProgress {
  @Field(() => Int, { description: 'Updates taken.' })
  step!: number;
  @Field(() => Int, { description: 'Updates in all, if nothing stops it early.' })
  steps!: number;
  @Field(() => Int, { description: 'Epochs that are done.' })
  epoch!: number;
  @Field(() => Int, { description: 'Epochs in all.' })
  epochs!: number;
  @Field(() => Float, { description: 'Seconds of this attempt.' })
  secondsElapsed!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Seconds left at the present pace; null until it can be estimated.',
  })
  secondsLeft!: number | null;
  @Field(() => Float, { nullable: true, description: 'Pace of the last epoch.' })
  examplesPerSecond!: number | null;
  @Field(() => FeatureProgress, {
    nullable: true,
    description: 'While the features of the examples are computed, before the first step.',
  })
  features?: FeatureProgress | null;
  @Field(() => HeadProgress, {
    nullable: true,
    description:
      'While heads are compared by folds, before the one that is chosen is fitted on all examples.',
  })
  heads?: HeadProgress | null;
}

@ObjectType({ description: 'Where an attempt ran.' })
export class Environment {
  @Field(() => String, { description: 'Backend and its version.' })
  backend!: string;
  @Field(() => Boolean, { description: 'False for pure JavaScript.' })
  native!: boolean;
  @Field(() => Int, { description: 'Threads of the backend.' })
  threads!: number;
  @Field(() => String, { description: "Node's version." })
  node!: string;
  @Field(() => String, { description: 'Number and model of the processors.' })
  cpu!: string;
  @Field(() => String, { description: 'Operating system and architecture.' })
  platform!: string;
  @Field(() => Float, { description: 'Memory of the machine.' })
  memoryBytes!: number;
}

@ObjectType({ description: 'One try of a run on a worker.' })
export class Attempt {
  @Field(() => Int, { description: '1, 2, …' })
  number!: number;
  @Field(() => String, { description: 'Host and process.' })
  worker!: string;
  @Field(() => Date, { description: 'When it began.' })
  startedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'DONE, CANCELLED, FAILED or LOST.' })
  outcome!: string | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
}

@ObjectType({ description: 'What was set, as a person would write it.' })
export class OptionValue {
  @Field(() => String, { description: 'Name of the option.' })
  name!: string;
  @Field(() => String, { description: 'Its label.' })
  label!: string;
  @Field(() => String, { description: 'Its value as text.' })
  value!: string;
  @Field(() => String, { description: 'What it is a part of, as forms group options.' })
  group!: string;
  @Field(() => Boolean, { description: 'Whether it is the default.' })
  isDefault!: boolean;
}

@ObjectType({ implements: Node, description: 'One piece of training.' })
export class Run extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => TechniqueEnum, { description: 'What it is for.' })
  technique!: string;
  @Field(() => String, { description: 'The method; see `methods`.' })
  method!: string;
  @Field(() => RunStatusEnum, { description: 'Where it stands.' })
  status!: string;
  @Field(() => Int, { description: 'Seed of all its random choices.' })
  seed!: number;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When a worker first took it.' })
  startedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
  @Field(() => Boolean, { description: 'Whether a user asked it to stop.' })
  cancelRequested!: boolean;
  @Field(() => RunProgress, { nullable: true, description: 'How far it is.' })
  progress!: ProgressValue | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
  @Field(() => Environment, { nullable: true, description: 'Where the last attempt ran.' })
  environment!: EnvironmentValue | null;
  @Field(() => [NamedValue], { description: 'The last value of each metric.' })
  summary!: NamedValue[];
  @Field(() => TestReport, {
    nullable: true,
    description: 'What the trained model reached on the test part.',
  })
  report?: ReportValue | null;
  @Field(() => EpisodeReport, {
    nullable: true,
    description: 'What the meta-model reached on episodes of classes that it never saw.',
  })
  episodeReport?: EpisodeReportValue | null;
  versionId!: string;
  splitId!: string | null;
  parentId!: string | null;
  mapHash!: string | null;
  settings!: Readonly<Record<string, unknown>>;
}

export const RunConnection = connectionOf(Run, 'Run');

/** A run; lists leave the reports out, which are looked up where they are asked for. */
export const presentRun = (row: Row): Run =>
  Object.assign(new Run(), { ...row, summary: namedValues(row.summary) });

export const presentAttempt = (row: AttemptRow): Attempt => ({ ...row, failure: failureOfRow(row) });
