import { DomainError } from '@kshot/domain';

export const bad = (message: string): DomainError => new DomainError('BAD_INPUT', message);
