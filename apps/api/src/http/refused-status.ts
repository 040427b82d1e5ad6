import type { ApolloServerPlugin } from '@apollo/server';

/** GraphQL over HTTP: a well-formed request that is refused is 400, except for clients that take application/json alone. */
export const refusedStatus = (accept: string | undefined): 200 | 400 =>
  accept?.includes('application/json') && !accept.includes('application/graphql-response+json') ? 200 : 400;

/** Gives documents that do not parse, validate or take their variables the status that the client's `Accept` calls for. */
export const statusByAccept: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        if (response.http.status === 400 && response.body.kind === 'single')
          response.http.status = refusedStatus(request.http?.headers.get('accept'));
      },
    };
  },
};
