import { GraphQLError } from 'graphql';

/** A request that asks for too much, or for something that is not text. */
export const refused = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });
