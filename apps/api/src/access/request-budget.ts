import { DomainError } from '@kshot/domain';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Principal } from './principal.js';

/** Counts the requests of keys that may send so many within a minute. Each process of the API counts for itself. */
export interface RequestBudget {
  /** Throws OVERLOADED with the seconds to wait. */
  spend(principal: Principal): Promise<void>;
}

export function requestBudget(): RequestBudget {
  const byLimit = new Map<number, RateLimiterMemory>();
  return {
    async spend({ credentialId, requestsPerMinute }) {
      if (requestsPerMinute === null || credentialId === null) return;
      const limiter =
        byLimit.get(requestsPerMinute) ?? new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
      byLimit.set(requestsPerMinute, limiter);
      try {
        await limiter.consume(credentialId);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw new DomainError(
          'OVERLOADED',
          `This key may send ${requestsPerMinute} requests within a minute. Go on in ${seconds} s.`,
          seconds,
        );
      }
    },
  };
}
