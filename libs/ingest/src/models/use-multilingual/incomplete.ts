import { DomainError } from '@kshot/domain';

export const incomplete = (why: string): DomainError =>
  new DomainError('DATA_FORMAT', `The package ${why}. Download it again.`);
