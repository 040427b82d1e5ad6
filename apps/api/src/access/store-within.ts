import { type Store, storeWithin } from '@kshot/store';
import type { Response } from 'express';
import { reachOf } from './principal.js';
import { principalIn } from './with-principal.js';

/** The store as far as who asks at a route reaches it. */
export const storeFor = (store: Store, response: Response): Store =>
  storeWithin(store, reachOf(principalIn(response), false));
