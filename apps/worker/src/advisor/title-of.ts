import { headOptions } from '@kshot/domain';
import type { HeadArm } from '@kshot/fewshot';

/** What a form calls the method. */
export function titleOf({ candidate, source }: HeadArm): string {
  const [choices] = headOptions.flatMap((option) => (option.name === 'method' ? [option.choices] : []));
  const label = choices?.find(({ value }) => value === candidate.method)?.label ?? candidate.method;
  return source === 'PLAIN' ? `${label} · no model` : label;
}
