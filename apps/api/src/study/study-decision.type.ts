import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a study that may stop early has found on one version.' })
export class StudyDecision {
  @Field(() => Int, { description: 'Episodes that count: the first ones of the list.' })
  after!: number;
  @Field(() => Int, { description: 'Episodes that were asked for.' })
  of!: number;
  @Field(() => Boolean, { description: 'Whether it is known which ones are best.' })
  decided!: boolean;
  @Field(() => ID, { description: 'Evaluation of the best by mean.' })
  leader!: string;
  @Field(() => [ID], { description: 'Evaluations of those that are proved worse.' })
  behind!: readonly string[];
  @Field(() => [ID], {
    description: 'Evaluations of those that are tied with it: proved no further from it than the margin.',
  })
  within!: readonly string[];
  @Field(() => [ID], { description: 'Evaluations of those of which neither is proved.' })
  open!: readonly string[];
  @Field(() => Float, { description: 'Chance that any of this is wrong, at most.' })
  errorRate!: number;
  @Field(() => Float, { description: 'The difference of accuracies that does not matter.' })
  margin!: number;
  @Field(() => String, { description: 'In a sentence or two.' })
  text!: string;
}
