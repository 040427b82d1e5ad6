import type { Scope } from '@kshot/domain';

/** `extensions` of a field of Query, Mutation or Subscription that needs another scope than its kind does, or one of several. */
export const needing = (...scopes: readonly Scope[]) => ({ needs: scopes });

/** What a field needs where it says nothing: whatever is new is closed to those who only look. */
export const usualNeeds: Readonly<Record<string, readonly Scope[]>> = {
  Query: ['READ'],
  Mutation: ['TRAIN'],
  Subscription: ['READ'],
};
