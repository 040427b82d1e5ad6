import { Field, Float, ID, InputType, registerEnumType } from 'type-graphql';
import { InProject } from '../project/in-project.input.js';

export const RowOrderEnum = { LEAST_SURE: 'LEAST_SURE', MOST_SURE: 'MOST_SURE', ROW: 'ROW' } as const;
registerEnumType(RowOrderEnum, {
  name: 'PredictedRowOrder',
  description: 'What predicted rows are ordered by.',
  valuesConfig: {
    LEAST_SURE: { description: 'Lowest probability first; rows that could not be read come last.' },
    MOST_SURE: { description: 'Highest probability first; rows that could not be read come last.' },
    ROW: { description: 'As in the file.' },
  },
});
export type RowOrder = keyof typeof RowOrderEnum;

@InputType({ description: 'Which rows.' })
export class PredictedRowFilter {
  @Field(() => String, { nullable: true, description: 'Predicted as this class.' })
  class?: string;
  @Field(() => Float, { nullable: true, description: 'With at most this probability, 0 to 1.' })
  maxProbability?: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: with a given class that differs from the predicted one. False: where both agree.',
  })
  mistaken?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: rows that could not be read. False: the others.',
  })
  unread?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: rows answered by none of these. False: rows answered by a class.',
  })
  noneOfThese?: boolean;
}

@InputType({ description: 'A model, and what to predict: an uploaded file or a version.' })
export class StartPredictionInput extends InProject {
  @Field(() => ID, { description: 'The model.' })
  modelId!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'From createUpload, after the file was PUT: a table, JSON Lines, pictures, or an archive of them.',
  })
  uploadId?: string;
  @Field(() => ID, { nullable: true, description: 'A version of a data set instead of a file.' })
  versionId?: string;
  @Field(() => String, { nullable: true, description: 'Of a version: the split that `part` belongs to.' })
  split?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Of a version: only the examples of this part; "unlabelled" for those without a class.',
  })
  part?: string;
  @Field(() => Float, {
    nullable: true,
    description:
      'How often the set of classes of a row must hold the true one, from 0.5 to 0.99; 0.9 where the model is calibrated. Needs a calibrated model.',
  })
  coverage?: number;
  @Field(() => String, {
    nullable: true,
    description: 'The column with the class; found by its values when left out.',
  })
  labelColumn?: string;
  @Field(() => String, { nullable: true, description: 'The column with the text; found when left out.' })
  textColumn?: string;
}
