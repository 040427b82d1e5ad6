import { Field, Float, InputType, ObjectType } from 'type-graphql';

/** Asked with and told in the same words. */
@InputType({ description: 'What a run may take at most; what is left out is not limited.' })
@ObjectType('RecommendationBudget', { description: 'What a run may take at most; null is not limited.' })
export class BudgetInput {
  @Field(() => Float, { nullable: true, description: 'Seconds from start to model.' })
  seconds?: number;
  @Field(() => Float, { nullable: true, description: 'Bytes of memory at its peak.' })
  memoryBytes?: number;
  @Field(() => Float, { nullable: true, description: 'Bytes that must be kept to answer.' })
  storedBytes?: number;
}
