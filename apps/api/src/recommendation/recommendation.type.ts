import type { AdvisedOption as OptionOfAdvice } from '@kshot/domain';
import type { Recommendation as Row } from '@kshot/store';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Evaluation } from '../evaluation/evaluation.type.js';
import { Run } from '../run/run.type.js';
import { RunStatusEnum, TechniqueEnum } from '../schema/enums.js';
import { Node } from '../schema/node.js';
import { Failure } from '../schema/values.js';
import { BudgetInput } from './recommendation.input.js';

@ObjectType({ description: 'A predicted figure: in nine of ten cases the truth lies between low and high.' })
export class PredictedFigure {
  @Field(() => Float, { description: 'The best guess.' })
  value!: number;
  @Field(() => Float, { description: 'Lower end of the 90 % interval.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end of the 90 % interval.' })
  high!: number;
}

@ObjectType({ description: 'Predicted accuracy with a number of examples of each class.' })
export class PredictedPoint extends PredictedFigure {
  @Field(() => Int, { description: 'Examples of each class.' })
  shots!: number;
}

@ObjectType({ description: 'One way to a classifier, with what it would reach and take.' })
export class AdvisedOption {
  @Field(() => Int, { description: 'Its place in the ranking, from 0; what startRecommended takes.' })
  place!: number;
  @Field(() => TechniqueEnum, {
    nullable: true,
    description: 'Of the run that it starts; null for a head without a model, which starts an evaluation.',
  })
  technique!: string | null;
  @Field(() => String, { description: 'The method or network.' })
  method!: string;
  @Field(() => String, { description: 'In words, with its model.' })
  title!: string;
  @Field(() => ID, { nullable: true, description: 'The model whose features it uses.' })
  modelId!: string | null;
  @Field(() => PredictedFigure, {
    description: 'Accuracy on new examples, 0…1, fitted on the training part.',
  })
  accuracy!: PredictedFigure;
  @Field(() => PredictedFigure, {
    description: 'What 5 more examples of each class would add to the accuracy.',
  })
  gain!: PredictedFigure;
  @Field(() => [PredictedPoint], { description: 'The learning curve: accuracy by examples of each class.' })
  curve!: PredictedPoint[];
  @Field(() => Float, { description: 'Predicted seconds of the run, start of the process included.' })
  seconds!: number;
  @Field(() => Float, { description: 'Predicted bytes of memory at its peak.' })
  memoryBytes!: number;
  @Field(() => Float, { description: 'Predicted bytes that must be kept to answer.' })
  storedBytes!: number;
  @Field(() => [String], { description: 'The numbers behind it, as sentences.' })
  why!: string[];
  @Field(() => String, { nullable: true, description: 'Why the budget leaves it out; null where it fits.' })
  leftOut!: string | null;
}

@ObjectType({ description: 'How far the advisor is.' })
export class AdviceProgress {
  @Field(() => String, { description: 'What is being tried.' })
  doing!: string;
  @Field(() => Int, { description: 'Options that were tried.' })
  done!: number;
  @Field(() => Int, { description: 'Total.' })
  total!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Seconds until the answer stands, 20 at most; a step under way may take longer.',
  })
  secondsLeft?: number | null;
}

@ObjectType({
  implements: Node,
  description: 'What to do with a version: from its training part and from other data sets.',
})
export class Recommendation extends Node {
  @Field(() => RunStatusEnum, { description: 'Where it stands.' })
  status!: string;
  @Field(() => String, { description: 'The split whose training part is looked at; nothing else of it is.' })
  splitName!: string;
  @Field(() => BudgetInput, { description: 'The limits that it was asked with.' })
  budget!: BudgetInput;
  @Field(() => Date, { description: 'When it was asked for.' })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;
  @Field(() => AdviceProgress, { nullable: true, description: 'While it runs.' })
  progress!: AdviceProgress | null;
  @Field(() => Failure, { nullable: true, description: 'Why it failed.' })
  failure!: Failure | null;
  @Field(() => Int, { nullable: true, description: 'Examples that were looked at, once done.' })
  examples!: number | null;
  @Field(() => [String], { description: 'Data sets of its kind that it draws on.' })
  basis!: string[];
  @Field(() => [AdvisedOption], {
    description:
      'The best first; those that the budget leaves out at the end. While it runs, of what was tried so far.',
  })
  options!: AdvisedOption[];
  versionId!: string;
}

@ObjectType({ description: 'What was started: one of the two.' })
export class RecommendedStart {
  @Field(() => Run, { nullable: true, description: 'The run, where the option has a technique.' })
  run!: Run | null;
  @Field(() => Evaluation, { nullable: true, description: 'The evaluation, of a head without a model.' })
  evaluation!: Evaluation | null;
}

export const presentRecommendation = (row: Row): Recommendation => {
  const advice = row.result;
  const options = (advice?.options ?? []).map((option: OptionOfAdvice, place) => ({ ...option, place }));
  return Object.assign(new Recommendation(), {
    ...row,
    budget: row.budget ?? {},
    examples: advice?.examples ?? null,
    basis: advice?.dataSets ?? [],
    options,
  });
};
