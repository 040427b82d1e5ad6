import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a run will take.' })
export class RunEstimate {
  @Field(() => Int, { description: 'Updates.' })
  steps!: number;
  @Field(() => Float, { description: 'Seconds on this machine.' })
  seconds!: number;
  @Field(() => Float, { description: 'Memory of the training process.' })
  memoryBytes!: number;
  @Field(() => Int, { description: 'Trained weights.' })
  parameters!: number;
  @Field(() => [String], { description: 'What speaks against it.' })
  warnings!: string[];
}
