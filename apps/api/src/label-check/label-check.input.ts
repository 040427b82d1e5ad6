import { Field, ID, InputType, Int } from 'type-graphql';
import { HeadCandidateInput } from '../evaluation/evaluation.input.js';
import { InProject } from '../project/in-project.input.js';

@InputType({ description: 'A search for wrong labels and copies.' })
export class StartLabelCheckInput extends InProject {
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
  @Field(() => Int, {
    nullable: true,
    description:
      'Cross-validations with other parts, 1 to 10. Default: 2, and 1 of more than 10,000 examples.',
  })
  repeats?: number;
  @Field(() => Int, { defaultValue: 1, description: 'Of the random parts.' })
  seed!: number;
}
