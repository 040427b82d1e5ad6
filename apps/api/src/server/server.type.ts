import { Field, Float, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What computes.' })
export class Backend {
  @Field(() => String, { description: 'tensorflow, or cpu for pure JavaScript.' })
  name!: string;
  @Field(() => String, { description: 'Its version.' })
  version!: string;
  @Field(() => Int, { description: 'Threads it uses.' })
  threads!: number;
  @Field(() => Boolean, { description: 'False for pure JavaScript, which is many times slower.' })
  native!: boolean;
  @Field(() => String, { description: 'How it came to be this one.' })
  reason!: string;
}

@ObjectType({ description: 'What is taken at most.' })
export class Limits {
  @Field(() => Float, { description: 'Bytes of an upload.' })
  uploadBytes!: number;
  @Field(() => Int, { description: 'Examples of a version.' })
  examples!: number;
  @Field(() => Int, { description: 'Classes of a version.' })
  classes!: number;
  @Field(() => Int, { description: 'Items of a page.' })
  pageSize!: number;
}

@ObjectType({ description: 'This server.' })
export class Server {
  @Field(() => String, { description: 'Version of Kshot.' })
  version!: string;
  @Field(() => Backend, { description: 'What computes.' })
  backend!: Backend;
  @Field(() => Limits, { description: 'What is taken at most.' })
  limits!: Limits;
  @Field(() => Date, { description: 'When the API started.' })
  startedAt!: Date;
  @Field(() => Int, { description: 'Number of data sets.' })
  dataSetCount!: number;
  @Field(() => Int, { description: 'Number of runs.' })
  runCount!: number;
  @Field(() => Int, { description: 'Number of models.' })
  modelCount!: number;
  @Field(() => ID, { nullable: true, description: 'The run that the first start began.' })
  demoRunId!: string | null;
}
