import { Field, Int, ObjectType } from 'type-graphql';
import { Example } from '../example/example.type.js';

@ObjectType({
  description: 'Examples of one class that are of another one, or of none, in the later version.',
})
export class ClassChange {
  @Field(() => String, { nullable: true, description: 'Class in the earlier version; null: unlabelled.' })
  before!: string | null;
  @Field(() => String, { nullable: true, description: 'Class in the later version; null: unlabelled.' })
  after!: string | null;
  @Field(() => Int, { description: 'Examples.' })
  count!: number;
  @Field(() => Boolean, {
    description: 'Whether the class as a whole got this name: it was renamed or merged.',
  })
  wholeClass!: boolean;
}

@ObjectType({ description: 'Examples of a class that only one of the versions has.' })
export class ClassCount {
  @Field(() => String, { nullable: true, description: 'The class; null: unlabelled.' })
  class!: string | null;
  @Field(() => Int, { description: 'Examples.' })
  count!: number;
}

@ObjectType({ description: 'How a version differs from an earlier one.' })
export class VersionComparison {
  @Field(() => Int, { description: 'Examples that only the later version has.' })
  addedCount!: number;
  @Field(() => Int, { description: 'Examples that only the earlier version has.' })
  removedCount!: number;
  @Field(() => Int, { description: 'Examples with another class, but for renamed and merged classes.' })
  relabelledCount!: number;
  @Field(() => [ClassCount], { description: 'Added examples by class.' })
  addedByClass!: ClassCount[];
  @Field(() => [ClassCount], { description: 'Removed examples by class.' })
  removedByClass!: ClassCount[];
  @Field(() => [ClassChange], { description: 'Examples whose class has another name, by both names.' })
  changes!: ClassChange[];
  @Field(() => [Example], { description: 'The first 50 added examples, of the later version.' })
  added!: Example[];
  @Field(() => [Example], { description: 'The first 50 removed examples, of the earlier version.' })
  removed!: Example[];
  @Field(() => [Example], { description: 'The first 50 relabelled examples, of the later version.' })
  relabelled!: Example[];
}
