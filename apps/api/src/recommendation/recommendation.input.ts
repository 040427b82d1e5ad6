import { Field, Float, InputType } from 'type-graphql';

@InputType({ description: 'What a run may take at most; what is left out is not limited.' })
export class BudgetInput {
  @Field(() => Float, { nullable: true, description: 'Seconds from start to model.' })
  seconds?: number;
  @Field(() => Float, { nullable: true, description: 'Bytes of memory at its peak.' })
  memoryBytes?: number;
  @Field(() => Float, { nullable: true, description: 'Bytes that must be kept to answer.' })
  storedBytes?: number;
}
