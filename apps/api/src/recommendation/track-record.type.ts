import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What was predicted of a run or an evaluation, and what it came to.' })
export class Forecast {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'What was predicted.' })
  name!: string;
  @Field(() => ID, { nullable: true, description: 'The run.' })
  runId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The evaluation.' })
  evaluationId!: string | null;
  @Field(() => Float, { description: 'Predicted accuracy.' })
  accuracy!: number;
  @Field(() => Float, { description: 'Lower end of its 90 % interval.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end of its 90 % interval.' })
  high!: number;
  @Field(() => Float, { description: 'Predicted seconds.' })
  seconds!: number;
  @Field(() => Float, { description: 'Predicted bytes of memory.' })
  memoryBytes!: number;
  @Field(() => Float, { nullable: true, description: 'Accuracy on the test part, once it has ended.' })
  reached!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Seconds that it took: of an evaluation, fitting alone.',
  })
  tookSeconds!: number | null;
  @Field(() => Float, { nullable: true, description: 'Bytes of memory that it took at its peak.' })
  tookMemoryBytes!: number | null;
  @Field(() => Date, { description: 'When it was started.' })
  createdAt!: Date;
}

@ObjectType({ description: 'How the predictions of the advisor came out on this installation.' })
export class TrackRecord {
  @Field(() => Int, { description: 'Predictions whose run or evaluation has ended.' })
  ended!: number;
  @Field(() => Int, { description: 'Of these, how many lay in their 90 % interval.' })
  held!: number;
  @Field(() => [Forecast], { description: 'The newest hundred, those that still run included.' })
  forecasts!: Forecast[];
}
