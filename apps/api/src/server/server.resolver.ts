import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Node } from '../schema/node.js';
import { describeServer } from './describe-server.js';
import { findNode } from './find-node.js';
import { Server } from './server.type.js';

@Resolver()
export class ServerResolver {
  @Query(() => Node, { nullable: true, description: 'Anything by its id.' })
  node(
    @Arg('id', () => ID, { description: 'An id that this API gave.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return findNode(context, id);
  }

  @Query(() => Server, { description: 'This server: backend, limits, counts.' })
  server(@Ctx() context: Context): Promise<Server> {
    return describeServer(context);
  }
}
