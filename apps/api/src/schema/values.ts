import { errorCodes, finiteValues } from '@kshot/domain';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ErrorCodeEnum } from './enums.js';

@ObjectType({ description: 'Why something failed, and what to do.' })
export class Failure {
  @Field(() => ErrorCodeEnum, { description: 'As in the `extensions.code` of errors.' })
  code!: string;
  @Field(() => String, { description: 'What is wrong and what to do.' })
  message!: string;
}

@ObjectType({ description: 'A number with its name.' })
export class NamedValue {
  @Field(() => String, { description: 'Such as validationAccuracy.' })
  name!: string;
  @Field(() => Float, { description: 'Its value.' })
  value!: number;
}

@ObjectType({ description: 'The size of pictures.' })
export class ImageShape {
  @Field(() => Int, { description: 'Pixels from top to bottom.' })
  height!: number;
  @Field(() => Int, { description: 'Pixels from left to right.' })
  width!: number;
  @Field(() => Int, { description: '1 is grey, 3 is colour.' })
  channels!: number;
}

@ObjectType({ description: 'How often each class was taken for each.' })
export class Confusion {
  @Field(() => [String], { description: 'Names of the classes, in order.' })
  classes!: string[];
  @Field(() => [[Int]], { description: 'Row k: examples of class k by predicted class.' })
  counts!: number[][];
}

@ObjectType({ description: 'What a model reached on examples that training never saw.' })
export class TestReport {
  @Field(() => String, { description: 'The part of the split.' })
  part!: string;
  @Field(() => Int, { description: 'Examples in the part.' })
  exampleCount!: number;
  @Field(() => Float, { description: 'Share of examples classified rightly.' })
  accuracy!: number;
  @Field(() => Float, { description: "Lower end of Wilson's 95 % interval of the accuracy, over examples." })
  accuracyLow!: number;
  @Field(() => Float, { description: "Upper end of Wilson's 95 % interval of the accuracy, over examples." })
  accuracyHigh!: number;
  @Field(() => Float, { description: 'Mean over classes of the harmonic mean of precision and recall.' })
  macroF1!: number;
  @Field(() => Float, { description: 'Mean loss.' })
  loss!: number;
  @Field(() => Confusion, { description: 'Right and wrong answers by class.' })
  confusion!: Confusion;
}

@ObjectType({
  description: 'What a meta-model reached on a fixed list of episodes of classes that it never saw.',
})
export class EpisodeReport {
  @Field(() => Int, { description: 'Classes in each episode.' })
  ways!: number;
  @Field(() => Int, { description: 'Support examples of each class.' })
  shots!: number;
  @Field(() => Int, { description: 'Query examples of each class.' })
  queries!: number;
  @Field(() => Int, { description: 'Episodes that the accuracy is a mean over.' })
  episodes!: number;
  @Field(() => Int, { description: 'Classes that the episodes are drawn from.' })
  classes!: number;
  @Field(() => String, {
    description: 'Of the episode set: methods with the same hash met the same episodes.',
  })
  hash!: string;
  @Field(() => Float, { description: 'Mean share of queries classified rightly.' })
  accuracy!: number;
  @Field(() => Float, { description: "Lower end of Student's 95 % interval, over episodes." })
  accuracyLow!: number;
  @Field(() => Float, { description: "Upper end of Student's 95 % interval, over episodes." })
  accuracyHigh!: number;
  @Field(() => Boolean, {
    description: 'Whether queries were looked at together; such accuracies compare only with one another.',
  })
  transductive!: boolean;
}

export const failureOfRow = (
  row: { readonly failureCode: string | null; readonly failureMessage: string | null } | null,
): Failure | null =>
  row?.failureCode ? { code: codeOf(row.failureCode), message: row.failureMessage ?? '' } : null;

/** Of a failure that an earlier version stored under a code that is gone. */
const codeOf = (code: string): string => (code in errorCodes ? code : 'INTERNAL');

/** An object of numbers as a list, in the order of its names; what is not finite is left out. */
export const namedValues = (values: unknown): NamedValue[] =>
  Object.entries(finiteValues(values))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));
