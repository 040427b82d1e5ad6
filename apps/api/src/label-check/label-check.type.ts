import {
  type FindingKind,
  findingKinds,
  type LabelCheckQuery,
  type LabelCheckProgress as Progress,
  type LabelCheckReport as Report,
} from '@kshot/domain';
import type { Finding as FindingRow, LabelCheck as Row } from '@kshot/store';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Figure } from '../evaluation/figure.type.js';
import { address } from '../http/address.js';
import { connectionOf } from '../schema/connection.js';
import { RunStatusEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Failure } from '../schema/values.js';

export const FindingKindEnum = Object.fromEntries(findingKinds.map((kind) => [kind, kind]));
registerEnumType(FindingKindEnum, {
  name: 'FindingKind',
  description: 'What is wrong with an example.',
  valuesConfig: {
    CONFLICTING_COPY: {
      description: 'Its copy has another label, which is more probable.',
    },
    WRONG_LABEL: { description: 'The other examples contradict its label.' },
    COPY: { description: 'It is the same as another example, or nearly.' },
  },
});

@ObjectType({ description: 'How far a check is.' })
export class LabelCheckProgress {
  @Field(() => String, { description: 'FEATURES while they are computed, then FOLDS.' })
  phase!: string;
  @Field(() => Int, { description: 'Examples or folds that are done.' })
  done!: number;
  @Field(() => Int, { description: 'Total.' })
  total!: number;
}

@ObjectType({ description: 'What mending is worth: points of accuracy, as a share of 1.' })
export class FixWorth {
  @Field(() => String, { description: 'What is done to the examples that are learnt from.' })
  fix!: string;
  @Field(() => Figure, { description: 'Accuracy after less before, with its interval over folds.' })
  figure!: Figure;
  @Field(() => String, { description: 'What the number is, in a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'Two classes that are taken for each other more often than chance.' })
export class AmbiguousPair {
  @Field(() => [String], { description: 'Their names.' })
  classes!: string[];
  @Field(() => Figure, { description: 'Share of their examples that was taken for the other class.' })
  confused!: Figure;
  @Field(() => Float, { description: 'What that share would be if errors fell evenly on all other classes.' })
  chance!: number;
  @Field(() => Figure, {
    description: 'Share of all examples that would come right if the two were one class.',
  })
  worth!: Figure;
  @Field(() => String, { description: 'All of it in a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'What a check found, once done.' })
export class LabelCheckReport {
  @Field(() => String, { description: 'In a few sentences.' })
  summary!: string;
  @Field(() => Float, {
    description: 'Share of examples whose given label was the likeliest to a head that had not seen them.',
  })
  agreement!: number;
  @Field(() => Int, { description: 'Examples with a copy of another label.' })
  conflictingCopies!: number;
  @Field(() => Int, { description: 'Labels that are probably wrong.' })
  wrongLabels!: number;
  @Field(() => Int, { description: 'Examples with a copy of the same label.' })
  copies!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Cosine from which two examples count as nearly the same.',
  })
  copyThreshold!: number | null;
  @Field(() => [FixWorth], {
    description:
      'What fixing the labels would gain, on at most 10,000 examples. Empty where there is nothing to fix, and with two folds.',
  })
  worth!: FixWorth[];
  @Field(() => String, {
    nullable: true,
    description: 'Says so where changing the suspicious labels as suggested may cost accuracy.',
  })
  relabelWarning!: string | null;
  @Field(() => [AmbiguousPair], { description: 'Most worth first.' })
  pairs!: AmbiguousPair[];
}

@ObjectType({ implements: Node, description: 'One example to look at.' })
export class Finding extends Node {
  @Field(() => FindingKindEnum, { description: 'What is wrong.' })
  kind!: FindingKind;
  @Field(() => Float, {
    nullable: true,
    description: 'Probability of the given label to a head that had not seen the example.',
  })
  confidence!: number | null;
  @Field(() => Float, { nullable: true, description: 'Probability of the suggested one.' })
  probability!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Cosine with its copy; 1 for the same content; null where only other copies link the two.',
  })
  similarity!: number | null;
  checkId!: string;
  exampleIndex!: number;
  otherIndex!: number | null;
  suggestedClass!: number | null;
}
export const FindingConnection = connectionOf(Finding, 'Finding');
export const presentFinding = (row: FindingRow): Finding => Object.assign(new Finding(), row);

@ObjectType({ implements: Node, description: 'A search for wrong labels and copies in a version.' })
export class LabelCheck extends Node {
  @Field(() => String, { description: 'Who judged, in a few words.' })
  name!: string;
  @Field(() => RunStatusEnum, { description: 'Where it stands.' })
  status!: string;
  @Field(() => LabelCheckProgress, { nullable: true, description: 'While it runs.' })
  progress!: Progress | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
  @Field(() => String, { description: "All findings as CSV, relative to the API's origin." })
  csvUrl!: string;
  versionId!: string;
  modelId!: string | null;
  query!: LabelCheckQuery;
  report!: Report | null;
}
export const LabelCheckConnection = connectionOf(LabelCheck, 'LabelCheck');

export const presentLabelCheck = (row: Row): LabelCheck =>
  Object.assign(new LabelCheck(), {
    ...row,
    csvUrl: address(`/files/label-checks/${row.id}.csv`),
  });
