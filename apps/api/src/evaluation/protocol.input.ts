import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';

const ScoredPartEnum = { VALIDATION: 'VALIDATION', TEST: 'TEST' } as const;
registerEnumType(ScoredPartEnum, {
  name: 'ScoredPart',
  description: 'A part that is scored and never fitted on.',
  valuesConfig: {
    VALIDATION: { description: 'For choosing between methods.' },
    TEST: { description: 'For the last word.' },
  },
});
const EpisodeScopeEnum = { ALL: 'ALL', GROUP: 'GROUP' } as const;
registerEnumType(EpisodeScopeEnum, {
  name: 'EvaluationScope',
  description: 'Where the classes of an episode are drawn from.',
  valuesConfig: {
    ALL: { description: 'All classes.' },
    GROUP: { description: 'One group for each episode: classes that resemble one another.' },
  },
});

@InputType({ description: 'Fitted on the training part of a split, scored on another one.' })
export class SplitProtocolInput {
  @Field(() => ID, { nullable: true, description: 'The split; the first of the version when left out.' })
  splitId?: string;
  @Field(() => ScoredPartEnum, { defaultValue: 'TEST', description: 'The part that is scored.' })
  part!: 'VALIDATION' | 'TEST';
}

@InputType({ description: 'Which examples stay in one fold together: exactly one of the fields.' })
export class GroupingInput {
  @Field(() => String, {
    nullable: true,
    description: 'Those with the same value of this column of categories.',
  })
  column?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Those whose file names are the same before the last one of these separators.',
  })
  nameBefore?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Those whose file names are the same after the last one of these separators.',
  })
  nameAfter?: string;
}

@InputType({ description: 'Stratified k-fold cross-validation.' })
export class CrossValidationInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Number of folds (2 to 100). Default: 5, or as many as there are examples.',
  })
  folds?: number;
  @Field(() => Int, { defaultValue: 1, description: 'Number of repeats (1 to 100).' })
  repeats!: number;
  @Field(() => GroupingInput, { nullable: true, description: 'What stays together.' })
  grouping?: GroupingInput;
  @Field(() => String, {
    nullable: true,
    description: 'Only this part of the first split, such as train; all examples when left out.',
  })
  part?: string;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the folds.' })
  seed!: number;
}

@InputType({ description: 'Each example is scored by what is fitted on all others.' })
export class LeaveOneOutInput {
  @Field(() => String, { nullable: true, description: 'Only this part of the first split.' })
  part?: string;
}

@InputType({ description: 'Accuracy by the number of examples of each class.' })
export class ShotCurveInput {
  @Field(() => [Int], {
    nullable: true,
    description:
      'Numbers of examples of each class. Default: 1, 2, 5 and 10, as far as the smallest class has more.',
  })
  shots?: number[];
  @Field(() => Int, {
    defaultValue: 10,
    description: 'Draws for each number; smaller ones lie within larger ones.',
  })
  draws!: number;
  @Field(() => String, { nullable: true, description: 'Only this part of the first split.' })
  part?: string;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the draws.' })
  seed!: number;
}

@InputType({
  description:
    'A study looks at its candidates after every episode and ends as soon as the best is known: each other one is proved worse, or proved no further from it than the margin. At least 50 episodes are scored.',
})
export class StopEarlyInput {
  @Field(() => Float, {
    defaultValue: 0.05,
    description: 'Chance that any verdict of the study is wrong, 0.0001 to 0.5.',
  })
  errorRate!: number;
  @Field(() => Float, {
    defaultValue: 0.01,
    description: 'A difference of accuracies that does not matter, 0 to 0.5.',
  })
  margin!: number;
}

@InputType({ description: 'N-way K-shot episodes from a fixed list.' })
export class EpisodesInput {
  @Field(() => Int, { defaultValue: 5, description: 'Classes of each episode.' })
  ways!: number;
  @Field(() => Int, { defaultValue: 5, description: 'Support examples of each class.' })
  shots!: number;
  @Field(() => Int, { defaultValue: 15, description: 'Query examples of each class.' })
  queries!: number;
  @Field(() => Int, { defaultValue: 600, description: 'Episodes, 2 to 20,000.' })
  count!: number;
  @Field(() => EpisodeScopeEnum, { defaultValue: 'ALL', description: 'Where classes are drawn from.' })
  scope!: 'ALL' | 'GROUP';
  @Field(() => [String], { nullable: true, description: 'Only these classes.' })
  classes?: string[];
  @Field(() => ID, {
    nullable: true,
    description:
      'Only classes that the training of this meta-model never saw; it was trained on this version.',
  })
  unseenByModelId?: string;
  @Field(() => StopEarlyInput, {
    nullable: true,
    description: 'Of a study: fewer episodes when the best is known before all are scored.',
  })
  stopEarly?: StopEarlyInput;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the episodes.' })
  seed!: number;
}

@InputType({ description: 'How candidates are scored: exactly one of the fields.' })
export class ProtocolInput {
  @Field(() => SplitProtocolInput, { nullable: true, description: 'Hold-out part of a split.' })
  split?: SplitProtocolInput;
  @Field(() => CrossValidationInput, { nullable: true, description: 'Cross-validation.' })
  crossValidation?: CrossValidationInput;
  @Field(() => LeaveOneOutInput, { nullable: true, description: 'Leave-one-out.' })
  leaveOneOut?: LeaveOneOutInput;
  @Field(() => ShotCurveInput, { nullable: true, description: 'A shot curve.' })
  shotCurve?: ShotCurveInput;
  @Field(() => EpisodesInput, { nullable: true, description: 'Episodes.' })
  episodes?: EpisodesInput;
}
