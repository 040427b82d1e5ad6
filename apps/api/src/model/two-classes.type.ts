import type { ThresholdCounts } from '@kshot/fewshot';
import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';

@InputType({ description: 'What mistakes cost, in any unit; right answers cost nothing.' })
export class MistakeCostsInput {
  @Field(() => Float, { description: 'Missing an example of the positive class, from 0.' })
  miss!: number;
  @Field(() => Float, { description: 'Taking an example of the other class for positive, from 0.' })
  falseAlarm!: number;
}

@ObjectType({ description: 'What mistakes cost, in any unit.' })
export class MistakeCosts {
  @Field(() => Float, { description: 'Missing an example of the positive class.' })
  miss!: number;
  @Field(() => Float, { description: 'Taking an example of the other class for positive.' })
  falseAlarm!: number;
}

@ObjectType({ description: 'What held-out examples say of a threshold.' })
export class ThresholdPoint {
  @Field(() => Float, { description: 'From this probability on, 0…1, the answer is the positive class.' })
  threshold!: number;
  @Field(() => Float, { description: 'Share of positive examples that are found.' })
  recall!: number;
  @Field(() => Float, { description: 'Share of the other examples that are taken for positive.' })
  falsePositiveRate!: number;
  @Field(() => Float, { description: 'Share of examples taken for positive that are.' })
  precision!: number;
}

@ObjectType({ description: 'How a model tells its two classes apart, by examples that were held out.' })
export class TwoClasses {
  @Field(() => String, { description: 'The positive class: the one that is looked for.' })
  positive!: string;
  @Field(() => Float, {
    description: 'From this probability of the positive class on it is the answer; 0.5 until `setThreshold`.',
  })
  threshold!: number;
  @Field(() => Float, { description: 'Share of the held-out examples that are right at the threshold.' })
  accuracy!: number;
  @Field(() => Float, { description: "Lower end of Wilson's 95 % interval of the accuracy." })
  accuracyLow!: number;
  @Field(() => Float, { description: "Upper end of Wilson's 95 % interval of the accuracy." })
  accuracyHigh!: number;
  @Field(() => MistakeCosts, {
    nullable: true,
    description: 'The costs that the threshold was chosen by; null where it was not.',
  })
  costs!: MistakeCosts | null;
  @Field(() => Int, { description: 'Held-out examples of the positive class.' })
  positives!: number;
  @Field(() => Int, { description: 'Held-out examples of the other class.' })
  negatives!: number;
  @Field(() => Float, {
    description:
      'Area under the ROC curve: how often a positive example gets a higher probability than another one, 0…1; ties count half.',
  })
  areaUnderRoc!: number;
  @Field(() => Float, { description: 'Precision averaged over recall, 0…1.' })
  averagePrecision!: number;
  @Field(() => [ThresholdPoint], {
    description:
      'The highest threshold first; at most 200, of more distinct probabilities at even distances along the ROC curve.',
  })
  points!: ThresholdPoint[];
  counts!: readonly ThresholdCounts[];
}
