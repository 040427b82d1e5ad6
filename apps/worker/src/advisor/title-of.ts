import { type HeadArm, headKind } from '@kshot/fewshot';

/** What a form calls the method. */
export function titleOf({ candidate, source }: HeadArm): string {
  const { title } = headKind(candidate.method);
  return source === 'PLAIN' ? `${title} · no model` : title;
}
