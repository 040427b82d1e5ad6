import { Field, ID, InputType, Int } from 'type-graphql';
import { HeadCandidateInput } from '../evaluation/evaluation.input.js';

@InputType({ description: 'A search for wrong labels and copies.' })
export class StartLabelCheckInput {
  @Field(() => ID, { description: 'A READY version.' })
  versionId!: string;
  @Field(() => HeadCandidateInput, {
    nullable: true,
    description:
      'Who judges: a head on the features of a model, or on the examples themselves. Left out, the examples themselves; without a method, class means of features of length 1 (of a table without a model, logistic regression with the penalty 1).',
  })
  head?: HeadCandidateInput;
  @Field(() => Int, {
    nullable: true,
    description: 'Parts of the cross-validation, 2 to 20. Default: 5, or as many as there are examples.',
  })
  folds?: number;
  @Field(() => Int, { defaultValue: 2, description: 'Cross-validations with other parts, 1 to 10.' })
  repeats!: number;
  @Field(() => Int, { defaultValue: 1, description: 'Of the random parts.' })
  seed!: number;
}

@InputType({ description: 'An example that gets another class.' })
export class RelabelInput {
  @Field(() => ID, { description: 'The example.' })
  exampleId!: string;
  @Field(() => String, { description: 'Name of its new class, one of the version.' })
  class!: string;
}

@InputType({ description: 'A new version of a data set out of one that there is.' })
export class FixVersionInput {
  @Field(() => ID, { description: 'The READY version to start from; it stays as it is.' })
  versionId!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Examples that are left out.' })
  remove!: string[];
  @Field(() => [RelabelInput], { defaultValue: [], description: 'Examples that get another class.' })
  relabel!: RelabelInput[];
}
