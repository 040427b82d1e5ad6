import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A model under a name that it answers by, or answered by.' })
export class ServedVersion {
  @Field(() => String, { description: 'What programs call the model.' })
  name!: string;
  @Field(() => String, { description: 'Such as production.' })
  alias!: string;
  @Field(() => Int, { description: 'The models of the alias are counted as it was pointed to them, from 1.' })
  version!: number;
  modelId!: string;
  currentId!: string;
}
