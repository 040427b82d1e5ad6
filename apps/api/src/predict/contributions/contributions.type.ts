import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a cell adds to the probability of the answer.' })
export class Contribution {
  @Field(() => String, { description: 'Name of the column.' })
  column!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The value that was asked about; null where it is missing.',
  })
  value!: string | null;
  @Field(() => Float, { description: '−1…1; above 0 it speaks for the answer.' })
  added!: number;
}

@ObjectType({
  description:
    'How the cells of a row make the probability of the answer: Shapley values against rows of the model’s data set, by sampling (Štrumbelj 2014).',
})
export class Contributions {
  @Field(() => Float, {
    description:
      'Mean probability of the answered class over these rows; with what all cells add it is the probability of the answer.',
  })
  usual!: number;
  @Field(() => [Contribution], { description: 'Of every column that the model reads, the strongest first.' })
  cells!: Contribution[];
}
