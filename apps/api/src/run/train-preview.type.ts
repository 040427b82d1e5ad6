import { Field, Float, ObjectType } from 'type-graphql';
import { Model } from '../model/model.type.js';

@ObjectType({ description: 'What Train would do with a version.' })
export class TrainPreview {
  @Field(() => Model, {
    nullable: true,
    description:
      'The model that it starts from; null where heads on the columns or a network of its own suit better.',
  })
  starter!: Model | null;
  @Field(() => String, {
    nullable: true,
    description: 'What it does; null while there are fewer than two classes.',
  })
  plan!: string | null;
  @Field(() => Float, { nullable: true, description: 'Estimated seconds, as of `estimateTransfer`.' })
  seconds!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why this model, or what would suit better; null where there is nothing to say.',
  })
  note!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Run where Kshot is installed, it adds a model that suits better; null where none is known.',
  })
  command!: string | null;
}
