import type { RawInput } from '@kshot/ingest';
import type { Model as ModelRow } from '@kshot/store';
import { Extensions, Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { asBytes } from '../limits/assert-arguments.js';
import { PredictionSet } from '../trust/trust.type.js';

@InputType({ description: 'A value of a row.' })
export class CellInput {
  @Field(() => String, { description: 'Name of the column.' })
  column!: string;
  @Field(() => String, { nullable: true, description: 'The value as text; missing when left out.' })
  value?: string | null;
}

@InputType({ description: 'One new example: exactly one of the fields.' })
export class PredictInput {
  @Extensions(asBytes)
  @Field(() => String, {
    nullable: true,
    description: 'PNG, JPEG or WebP as base64, with or without a data: prefix.',
  })
  image?: string;
  @Field(() => String, { nullable: true, description: 'A text.' })
  text?: string;
  @Field(() => [CellInput], {
    nullable: true,
    description: 'Cells of a row; columns that are left out are missing.',
  })
  row?: CellInput[];
  @Field(() => ID, { nullable: true, description: 'An example of a data set.' })
  exampleId?: string;
}

@ObjectType({ description: 'How probable a class is.' })
export class ClassProbability {
  @Field(() => String, { description: 'Name of the class.' })
  class!: string;
  @Field(() => Float, { description: '0 to 1.' })
  probability!: number;
}

@ObjectType({ description: 'What a model says of one example.' })
export class Prediction {
  @Field(() => String, { description: 'The most probable class, or what `setThreshold` says of two.' })
  class!: string;
  @Field(() => [ClassProbability], { description: 'All classes, most probable first; they sum to 1.' })
  probabilities!: ClassProbability[];
  @Field(() => Float, { description: 'Milliseconds of the call, divided by its examples.' })
  milliseconds!: number;
  @Field(() => Boolean, {
    description:
      'Whether it is weaker than `setSureness` asks for, at every door the same. `class` is then the least unlikely one. A set with nothing left says so by itself.',
  })
  noneOfThese!: boolean;
  @Field(() => PredictionSet, {
    nullable: true,
    description: 'What can be ruled out, where `coverage` was asked for.',
  })
  set!: PredictionSet | null;
  model!: ModelRow;
  input!: RawInput;
}
