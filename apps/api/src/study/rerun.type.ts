import { Field, ID, ObjectType } from 'type-graphql';
import { Evaluation } from '../evaluation/evaluation.type.js';

@ObjectType({ description: 'One candidate, then and now.' })
export class RerunEntry {
  @Field(() => Evaluation, { description: 'The evaluation of the first study.' })
  before!: Evaluation;
  @Field(() => Evaluation, { description: 'The evaluation of this one.' })
  now!: Evaluation;
  @Field(() => Boolean, {
    nullable: true,
    description: 'All probabilities are the same to the bit; null until done.',
  })
  same!: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'The accuracy lies within the interval of the first one; null until done.',
  })
  holds!: boolean | null;
}

@ObjectType({ description: 'Whether the numbers of a study still hold.' })
export class Rerun {
  @Field(() => ID, { description: 'The study that was run again.' })
  studyId!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether all hold; null until all are done.' })
  holds!: boolean | null;
  @Field(() => String, { description: 'In a sentence.' })
  verdict!: string;
  @Field(() => [RerunEntry], { description: 'Candidate by candidate.' })
  entries!: RerunEntry[];
}
