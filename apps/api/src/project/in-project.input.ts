import { Field, ID, InputType } from 'type-graphql';

/** What an input has that makes something new. */
@InputType()
export abstract class InProject {
  @Field(() => ID, {
    nullable: true,
    description:
      'Project that it goes into where all that it is made of came with Kshot; the present one when left out, or your first one. Otherwise it goes where that is.',
  })
  projectId?: string | null;
}

/** What a filter has of a list of things that are in projects. */
@InputType()
export abstract class OfProject {
  @Field(() => ID, {
    nullable: true,
    description: 'Of this project only; of the present one when left out, or of all that you see.',
  })
  projectId?: string | null;
}
