import type { StudyQuery } from '@kshot/domain';
import type { Study as Row } from '@kshot/store';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Figure } from '../evaluation/figure.type.js';
import { connectionOf } from '../schema/connection.js';
import { ModalityEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';

export const StudyMetricEnum = {
  ACCURACY: 'accuracy',
  BALANCED_ACCURACY: 'balancedAccuracy',
  MACRO_F1: 'macroF1',
  LOG_LOSS: 'logLoss',
  BRIER: 'brier',
} as const;
registerEnumType(StudyMetricEnum, {
  name: 'StudyMetric',
  description: 'What candidates are compared by.',
  valuesConfig: {
    ACCURACY: { description: 'Share classified rightly.' },
    BALANCED_ACCURACY: { description: 'Mean over classes; not of a single split.' },
    MACRO_F1: { description: 'Mean over classes of F1; not of a single split.' },
    LOG_LOSS: { description: 'Mean cross-entropy; less is better.' },
    BRIER: { description: 'Mean squared error of the probabilities; less is better.' },
  },
});
const LeadingTestEnum = {
  T: 't',
  MC_NEMAR: 'mcNemar',
  PERMUTATION: 'permutation',
  ALWAYS_VALID: 'alwaysValid',
} as const;
registerEnumType(LeadingTestEnum, {
  name: 'LeadingTest',
  description: 'The test that decides a pair.',
  valuesConfig: {
    T: { description: "Student's paired t test, corrected where folds overlap." },
    MC_NEMAR: { description: "McNemar's test on the examples that only one of the two got right." },
    PERMUTATION: { description: 'Signs of the paired differences, turned at random.' },
    ALWAYS_VALID: { description: 'A sequential t test, of a study that may stop early.' },
  },
});
export const StudyStatusEnum = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(StudyStatusEnum, {
  name: 'StudyStatus',
  description: 'Where a study stands.',
  valuesConfig: {
    QUEUED: { description: 'All of its evaluations wait.' },
    RUNNING: { description: 'Some are scored.' },
    DONE: { description: 'All are done.' },
    FAILED: { description: 'None is left to do, and some failed.' },
    CANCELLED: { description: 'None is left to do, and some were stopped.' },
  },
});
export type StudyStatus = keyof typeof StudyStatusEnum;

@ObjectType({ description: 'A probability of so large a difference by chance alone, two-sided.' })
export class PairedTest {
  @Field(() => Float, { description: 'Of this pair alone.' })
  p!: number;
  @Field(() => Float, { description: "Holm's correction over all pairs." })
  holm!: number;
}

@ObjectType({ description: 'Two candidates on the same units, the better one first.' })
export class PairComparison {
  @Field(() => ID, { description: 'Evaluation of the better one.' })
  a!: string;
  @Field(() => ID, { description: 'Evaluation of the other one.' })
  b!: string;
  @Field(() => Figure, { description: 'Mean difference, a minus b.' })
  difference!: Figure;
  @Field(() => Figure, { description: "Cohen's d of the paired differences." })
  effect!: Figure;
  @Field(() => LeadingTestEnum, { description: 'The test that decides.' })
  by!: string;
  @Field(() => Float, { description: 'Its p.' })
  p!: number;
  @Field(() => Float, { description: "Its p after Holm's correction over all pairs." })
  holm!: number;
  @Field(() => Boolean, {
    description: 'Different after the correction at 5 %, or the error rate of a study that may stop early.',
  })
  decided!: boolean;
  @Field(() => Int, {
    nullable: true,
    description:
      'Further units that would separate them with a power of 80 %; 0 when they are separated, null when more would not help.',
  })
  moreToDecide!: number | null;
  @Field(() => PairedTest, { description: "Student's paired t test." })
  t!: PairedTest;
  @Field(() => PairedTest, { description: "Wilcoxon's signed-rank test." })
  wilcoxon!: PairedTest;
  @Field(() => PairedTest, { description: 'Permutation test.' })
  permutation!: PairedTest;
  @Field(() => PairedTest, { nullable: true, description: "McNemar's test, of accuracy over examples." })
  mcNemar!: PairedTest | null;
  @Field(() => PairedTest, {
    nullable: true,
    description:
      'Sequential t test, of a study that may stop early: there the others find differences too often.',
  })
  alwaysValid!: PairedTest | null;
}

@ObjectType({ description: 'A candidate in the order of a study.' })
export class Standing {
  @Field(() => ID, { description: 'Its evaluation.' })
  evaluationId!: string;
  @Field(() => Int, { description: '1 is the best by mean.' })
  rank!: number;
  @Field(() => Figure, { description: 'The metric.' })
  figure!: Figure;
  @Field(() => Boolean, {
    description: "The best by mean, or not significantly different from it at 5 % after Holm's correction.",
  })
  tiedWithBest!: boolean;
}

@ObjectType({ description: 'Finished candidates on one version, pair by pair.' })
export class Comparison {
  @Field(() => StudyMetricEnum, { description: 'What they are compared by.' })
  metric!: string;
  @Field(() => Int, { description: 'Paired values of each test: units, or examples of a split.' })
  values!: number;
  @Field(() => [Standing], { description: 'The best first.' })
  standings!: Standing[];
  @Field(() => [PairComparison], { description: 'Every pair once.' })
  pairs!: PairComparison[];
}

@ObjectType({ description: 'A candidate over several versions.' })
export class MeanRank {
  @Field(() => Int, { description: 'Its position among the candidates.' })
  position!: number;
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => Float, { description: 'Mean rank over the versions; 1 is the best.' })
  rank!: number;
}

@ObjectType({
  description: "Friedman's test and Nemenyi's critical difference over several versions (Demšar 2006).",
})
export class CriticalDifference {
  @Field(() => Int, { description: 'Versions that all candidates are done on.' })
  versions!: number;
  @Field(() => Float, { description: "Of Friedman's test that all are alike." })
  p!: number;
  @Field(() => Float, { description: 'Mean ranks that differ by more are different at 5 %.' })
  difference!: number;
  @Field(() => [MeanRank], { description: 'The best first.' })
  ranks!: MeanRank[];
  @Field(() => [[Int]], { description: 'Positions of candidates that are not significantly different.' })
  groups!: number[][];
}

@ObjectType({ implements: Node, description: 'Several candidates on the same folds or episodes.' })
export class Study extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;
  @Field(() => ModalityEnum, { description: 'What the examples are.' })
  modality!: string;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  @Field(() => String, {
    description: 'sha256 of versions, protocol and candidates: studies with the same hash ask the same.',
  })
  queryHash!: string;
  rerunOfId!: string | null;
  query!: StudyQuery;
}

export const StudyConnection = connectionOf(Study, 'Study');
export const presentStudy = (row: Row): Study => Object.assign(new Study(), row);
