import { DomainError } from '@kshot/domain';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Principal } from './principal.js';

/** What somebody may ask for within a minute. Each process of the API counts for itself. Throws OVERLOADED with the seconds to wait. */
export interface RequestBudget {
  /** Counts a request, of keys that may send so many. */
  spend(principal: Principal): Promise<void>;
  /** Counts the values that an operation may give, of people and, together with them, of their keys. */
  spendCost(principal: Principal, cost: number): Promise<void>;
}

export function requestBudget(costPerMinute: number): RequestBudget {
  const byLimit = new Map<number, RateLimiterMemory>();
  const costs = new RateLimiterMemory({ points: costPerMinute, duration: 60 });
  return {
    async spend({ credentialId, requestsPerMinute }) {
      if (requestsPerMinute === null || credentialId === null) return;
      const limiter =
        byLimit.get(requestsPerMinute) ?? new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
      byLimit.set(requestsPerMinute, limiter);
      await taken(
        limiter,
        credentialId,
        1,
        `This key may send ${requestsPerMinute} requests within a minute.`,
      );
    },
    async spendCost({ personId, credentialId }, cost) {
      const who = personId ?? credentialId;
      if (who === null) return;
      const told = `You may ask for ${costPerMinute} values within a minute, with all your keys. Ask for shorter pages or fewer fields.`;
      await taken(costs, who, cost, told);
    },
  };
}

async function taken(limiter: RateLimiterMemory, who: string, points: number, told: string): Promise<void> {
  try {
    await limiter.consume(who, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new DomainError('OVERLOADED', `${told} Go on in ${seconds} s.`, seconds);
  }
}
