import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A model that does not ship with Kshot and can be added by its name.' })
export class OptionalModel {
  @Field(() => String, { description: 'Its name, also once it is added.' })
  name!: string;
  @Field(() => String, { description: 'What it is for.' })
  purpose!: string;
  @Field(() => String, { description: 'Under which terms it may be used.' })
  licence!: string;
  @Field(() => String, { description: 'Where it comes from.' })
  source!: string;
  @Field(() => Float, { description: 'Bytes that are downloaded, once per user.' })
  bytes!: number;
  @Field(() => String, { description: 'Adds it, where Kshot runs.' })
  command!: string;
  @Field(() => Boolean, { description: 'Whether there is a model of this name already.' })
  added!: boolean;
}
