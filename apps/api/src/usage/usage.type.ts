import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a model was asked within a time.' })
export class UsageFigures {
  @Field(() => Float, { description: 'Calls; a predicted file is one.' })
  calls!: number;
  @Field(() => Float, { description: 'Examples that were answered.' })
  examples!: number;
  @Field(() => Float, { description: 'Calls that were refused or failed.' })
  errors!: number;
  @Field(() => Float, { description: 'Answers that were none of these.' })
  noneOfThese!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Milliseconds within which half of the calls were answered, files aside; to a tenth.',
  })
  p50!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Milliseconds within which 95 of 100 calls were answered, files aside; to a tenth.',
  })
  p95!: number | null;
}

@ObjectType({ description: 'An hour in which a model was asked.' })
export class UsageHour extends UsageFigures {
  @Field(() => Date, { description: 'Its beginning.' })
  at!: Date;
}

@ObjectType({ description: 'How often a class was the likeliest.' })
export class ClassUsage {
  @Field(() => String, { description: 'The class.' })
  class!: string;
  @Field(() => Float, { description: 'Answers, those that were none of these included.' })
  count!: number;
}

@ObjectType({ description: 'Counts of answers against those of the data set that the model was trained on.' })
export class Drift {
  @Field(() => Float, {
    description:
      'Population stability index: 0 where shares are equal; by custom below 0.1 is little and above 0.25 much.',
  })
  index!: number;
  @Field(() => Float, { description: 'How likely it is to be so large by chance, 0…1.' })
  chance!: number;
  @Field(() => String, { description: 'What that means, in a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'What a model was asked over the last hours, in all ways of asking.' })
export class ModelUsage extends UsageFigures {
  @Field(() => [UsageHour], { description: 'Hours in which it was asked, oldest first.' })
  hours!: UsageHour[];
  @Field(() => [ClassUsage], { description: 'Likeliest classes, the most frequent first.' })
  classes!: ClassUsage[];
  @Field(() => Drift, {
    nullable: true,
    description:
      'Predicted classes against those of the data set. Null where it was not asked, and where its data set or one of the classes is gone.',
  })
  drift!: Drift | null;
  @Field(() => Drift, {
    nullable: true,
    description:
      'How sure it was, in twentieths of held-out examples, against these: tells inputs that differ from the data set while classes stay as frequent. Files do not count. Null where it was not asked, or has no held-out examples.',
  })
  strengthDrift!: Drift | null;
}
