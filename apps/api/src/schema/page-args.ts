import { ArgsType, Field, Int } from 'type-graphql';

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'Length of the page, at most 100.' })
  first!: number;
  @Field(() => String, { nullable: true, description: 'Cursor behind which the page begins.' })
  after?: string;
}
