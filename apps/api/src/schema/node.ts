import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: 'Anything with an id that `node` can find.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque; later ones sort after earlier ones.' })
  id!: string;
}
