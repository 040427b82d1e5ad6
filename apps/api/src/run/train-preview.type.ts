import { Field, ObjectType } from 'type-graphql';
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
    description: 'Why this model, or what would suit better; null where there is nothing to say.',
  })
  note!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Run where Kshot is installed, it adds a model that suits better; null where none is known.',
  })
  command!: string | null;
}
