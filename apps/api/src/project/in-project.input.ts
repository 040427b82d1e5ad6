import { Arg, Field, ID, InputType } from 'type-graphql';

const into = {
  nullable: true,
  description:
    'Project that it goes into where all that it is made of came with Kshot; the present one when left out, or your first one. Otherwise it goes where that is.',
};
const of = {
  nullable: true,
  description: 'Of this project only; of the present one when left out, or of all that you see.',
};

/** The same as arguments of fields without an input. */
export const IntoProject = (): ReturnType<typeof Arg> => Arg('projectId', () => ID, into);
export const OnlyProject = (): ReturnType<typeof Arg> => Arg('projectId', () => ID, of);

/** What an input has that makes something new. */
@InputType()
export abstract class InProject {
  @Field(() => ID, into)
  projectId?: string | null;
}

/** What a filter has of a list of things that are in projects. */
@InputType()
export abstract class OfProject {
  @Field(() => ID, of)
  projectId?: string | null;
}
