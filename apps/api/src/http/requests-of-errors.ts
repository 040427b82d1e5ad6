import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';
import { nameRequest } from '../schema/format-error.js';

/** Lets what goes wrong in a request be logged with its id. */
export const requestsOfErrors: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        nameRequest(errors, contextValue.request);
      },
    };
  },
};
