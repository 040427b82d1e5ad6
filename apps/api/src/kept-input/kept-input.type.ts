import type { KeptInput as Row } from '@kshot/store';
import { Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../schema/connection.js';
import { Node } from '../schema/node.js';

@ObjectType({
  implements: Node,
  description: 'Something that a model was asked, with its answer, kept to be reviewed.',
})
export class KeptInput extends Node {
  @Field(() => Date, { description: 'When it was asked; the last time, where it was asked again.' })
  createdAt!: Date;
  @Field(() => String, { description: 'The class that the model answered.' })
  class!: string;
  @Field(() => Float, { description: 'Probability of that class, 0 to 1.' })
  confidence!: number;
  @Field(() => Boolean, { description: 'Whether the answer was none of these.' })
  noneOfThese!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Its class as somebody said by `reviewInputs`; null until then.',
  })
  label!: string | null;
  @Field(() => Date, { nullable: true, description: 'When a model was last taught it with this label.' })
  taughtAt!: Date | null;
  @Field(() => Date, {
    nullable: true,
    description: 'When it was last added to a data set with this label.',
  })
  addedAt!: Date | null;
  modelId!: string;
  contentHash!: string;
}

export const KeptInputConnection = connectionOf(KeptInput, 'KeptInput');

export const presentKeptInput = (row: Row): KeptInput => Object.assign(new KeptInput(), row);

export const KeptInputOrderEnum = { LEAST_SURE: 'LEAST_SURE', NEWEST: 'NEWEST' } as const;
export type KeptInputOrder = keyof typeof KeptInputOrderEnum;
registerEnumType(KeptInputOrderEnum, {
  name: 'KeptInputOrder',
  description: 'In which order kept inputs are listed.',
  valuesConfig: {
    LEAST_SURE: { description: 'The least probable answer first.' },
    NEWEST: { description: 'The newest first.' },
  },
});

@InputType({ description: 'Which kept inputs are listed; what is left out does not count.' })
export class KeptInputFilter {
  @Field(() => String, { nullable: true, description: 'Answered as this class.' })
  class?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Answered as none of these, or not.' })
  noneOfThese?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Reviewed, or not.' })
  reviewed?: boolean | null;
}

@InputType({ description: 'What somebody says of a kept input.' })
export class InputReview {
  @Field(() => ID, { description: 'The input.' })
  id!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Its right class: the one that was answered, another, or a new one. Null takes the review back.',
  })
  class?: string | null;
}

@InputType({ description: 'A model, and reviewed inputs of it.' })
export class TeachInputsInput {
  @Field(() => ID, { description: 'The model.' })
  modelId!: string;
  @Field(() => [ID], { description: 'One to a hundred of its inputs that have a label.' })
  ids!: string[];
}

@InputType({ description: 'Reviewed inputs of a model, and the data set that they are added to.' })
export class AddInputsToDataSetInput extends TeachInputsInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The newest READY version of a data set of the same kind; that of the data set that the model was trained on when left out.',
  })
  versionId?: string | null;
}
