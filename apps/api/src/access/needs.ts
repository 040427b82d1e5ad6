import type { Scope } from '@kshot/domain';

/** `extensions` of a field of Query, Mutation or Subscription that needs another scope than its kind does. */
export const needing = (scope: Scope) => ({ needs: scope });

/** What a field needs where it says nothing: whatever is new is closed to those who only look. */
export const usualNeeds: Readonly<Record<string, Scope>> = {
  Query: 'READ',
  Mutation: 'TRAIN',
  Subscription: 'READ',
};
