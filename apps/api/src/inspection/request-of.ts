import { DomainError, type ImportRequest, importRequest } from '@kshot/domain';
import type { ImportPlanInput } from './import-plan.input.js';

export interface Choices {
  readonly labelColumn?: string | undefined;
  readonly textColumn?: string | undefined;
  readonly plan?: ImportPlanInput | undefined;
  readonly testShare: number;
  readonly seed: number;
}

/** Choices as the worker takes them. Throws BAD_INPUT. */
export function requestOf(
  fileName: string,
  { labelColumn, textColumn, plan, testShare, seed }: Choices,
): ImportRequest {
  const given = {
    fileName,
    testShare,
    seed,
    ...(labelColumn ? { labelColumn } : {}),
    ...(textColumn ? { textColumn } : {}),
    ...(typeof plan?.header === 'boolean' ? { header: plan.header } : {}),
    ...(plan?.columns ? { roles: plan.columns.map(({ column, role }) => ({ column, role })) } : {}),
  };
  assertOnce(plan?.columns ?? []);
  const { success, data, error } = importRequest.safeParse(given);
  if (success) return data;
  const [issue] = error.issues;
  const field = issue?.path.join('.').replace(/^roles\b/, 'plan.columns');
  throw new DomainError('BAD_INPUT', `${field}: ${issue?.message}.`);
}

/** One column is the class, and each column is used once. */
function assertOnce(columns: NonNullable<ImportPlanInput['columns']>): void {
  const labels = columns
    .filter(({ role }) => role === 'LABEL')
    .map(({ column }) => `"${column.slice(0, 80)}"`);
  if (labels.length > 1)
    throw new DomainError(
      'BAD_INPUT',
      `plan.columns: ${labels.join(' and ')} are both LABEL. Only one column can be the class.`,
    );
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `plan.columns: "${twice.slice(0, 80)}" is there twice. Give it one role.`,
    );
}
