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
    ...(plan?.sheet ? { sheet: plan.sheet } : {}),
    ...(plan?.delimiter ? { delimiter: plan.delimiter } : {}),
    ...(plan?.unlabelled ? { unlabelled: true } : {}),
    ...(plan?.dateOrder ? { dateOrder: plan.dateOrder } : {}),
    ...(plan?.use ? { use: plan.use } : {}),
    ...(plan?.columns ? { roles: plan.columns.map(({ column, role }) => ({ column, role })) } : {}),
  };
  assertOnce(plan?.columns ?? [], labelColumn);
  const { success, data, error } = importRequest.safeParse(given);
  if (success) return data;
  const [issue] = error.issues;
  const field = issue?.path.join('.').replace(/^roles\b/, 'plan.columns');
  throw new DomainError('BAD_INPUT', `${field}: ${issue?.message}.`);
}

/** Roles that one column can have, and what it is then. */
const single = { LABEL: 'the class', PART: 'the part' } as const;

/** One column is the class, one the part, and each column is used once. */
function assertOnce(columns: NonNullable<ImportPlanInput['columns']>, labelColumn: string | undefined): void {
  for (const [role, what] of Object.entries(single)) {
    const named = columns.filter((each) => each.role === role).map(({ column }) => column);
    const all = role === 'LABEL' && labelColumn ? [...new Set([labelColumn, ...named])] : named;
    if (all.length > 1)
      throw new DomainError(
        'BAD_INPUT',
        `plan.columns: ${all.map((column) => `"${column.slice(0, 80)}"`).join(' and ')} are both ${role}. Only one column can be ${what}.`,
      );
  }
  const names = columns.map(({ column }) => column);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined)
    throw new DomainError(
      'BAD_INPUT',
      `plan.columns: "${twice.slice(0, 80)}" is there twice. Give it one role.`,
    );
}
