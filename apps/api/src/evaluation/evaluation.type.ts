import type { Environment as EnvironmentValue, EvaluationQuery, StoredReport } from '@kshot/domain';
import type { Evaluation as Row } from '@kshot/store';
import { Field, Int, ObjectType } from 'type-graphql';
import { Environment, FeatureProgress } from '../run/run.type.js';
import { connectionOf } from '../schema/connection.js';
import { ProtocolKindEnum, RunStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Failure, failureOfRow } from '../schema/values.js';
import { Figure } from './figure.type.js';
import { protocolText } from './protocol-text.js';
import { EvaluationCosts } from './report.type.js';

@ObjectType({ description: 'What is known of an evaluation while it runs, and after.' })
export class EvaluationProgress {
  @Field(() => Int, { description: 'Folds, draws or episodes that are scored.' })
  units!: number;
  @Field(() => Int, { description: 'Total.' })
  of!: number;
  @Field(() => Figure, {
    nullable: true,
    description: 'Mean accuracy of these units; null before the first.',
  })
  accuracy!: Figure | null;
  @Field(() => FeatureProgress, { nullable: true, description: 'While features are computed.' })
  features!: FeatureProgress | null;
}

@ObjectType({ implements: Node, description: 'One candidate scored on a version by one protocol.' })
export class Evaluation extends Node {
  @Field(() => String, { description: 'What is scored, in a few words.' })
  name!: string;
  @Field(() => RunStatusEnum, { description: 'Where it stands.' })
  status!: string;
  @Field(() => String, {
    description: 'Of a head its method; MODEL, FINE_TUNE or PRETRAIN otherwise.',
  })
  method!: string;
  @Field(() => ProtocolKindEnum, { description: 'How it is scored.' })
  protocol!: string;
  @Field(() => String, { description: 'The protocol in words.' })
  protocolText!: string;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When a worker first took a part of it.' })
  startedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
  @Field(() => EvaluationCosts, { nullable: true, description: 'Time, memory and bytes, once done.' })
  costs!: EvaluationCosts | null;
  @Field(() => Environment, { nullable: true, description: 'Where it ran.' })
  environment!: EnvironmentValue | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of all rows and probabilities, once done: equal results have equal hashes.',
  })
  resultHash!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'In a study that may stop early: the number of episodes that count, from the start of the list; null until that is known.',
  })
  countedUnits!: number | null;
  @Field(() => Int, { description: 'Its place among the candidates of its study, from 0.' })
  position!: number;
  versionId!: string;
  modelId!: string | null;
  studyId!: string | null;
  unitCount!: number;
  query!: EvaluationQuery;
  features!: FeatureProgress | null;
  report!: StoredReport | null;
}

export const EvaluationConnection = connectionOf(Evaluation, 'Evaluation');

export const presentEvaluation = (row: Row): Evaluation =>
  Object.assign(new Evaluation(), {
    ...row,
    failure: failureOfRow(row),
    protocolText: protocolText(row.query.protocol),
  });
