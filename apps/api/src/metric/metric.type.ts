import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A metric over the steps of a run, as columns.' })
export class Series {
  @Field(() => String, { description: 'Such as loss (each step) or validationAccuracy (each epoch).' })
  name!: string;
  @Field(() => Int, { description: 'Points in the asked range before merging.' })
  count!: number;
  @Field(() => [Int], { description: 'Steps, rising.' })
  steps!: number[];
  @Field(() => [Float], { description: 'Values; means where points were merged.' })
  values!: number[];
  @Field(() => [Float], {
    nullable: true,
    description: 'Smallest value of what was merged; null when nothing was.',
  })
  minima!: number[] | null;
  @Field(() => [Float], {
    nullable: true,
    description: 'Largest value of what was merged; null when nothing was.',
  })
  maxima!: number[] | null;
}

@ObjectType({ description: 'What a run recorded since the last batch.' })
export class MetricBatch {
  @Field(() => ID, { description: 'The run.' })
  runId!: string;
  @Field(() => Int, { description: 'Pass it as `after` to go on from here.' })
  lastStep!: number;
  @Field(() => [Series], { description: 'New points of each series.' })
  series!: Series[];
  @Field(() => Boolean, { description: 'True once the run has ended and everything was sent.' })
  done!: boolean;
}
