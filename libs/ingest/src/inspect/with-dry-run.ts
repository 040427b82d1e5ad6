import { DomainError, type ImportPlan } from '@kshot/domain';
import type { ImportResult } from '../import-file.js';

/** Adds to a plan what its import would report: a small file is imported and the result thrown away, so that unreadable files and copies are known before. */
export async function withDryRun(
  plan: ImportPlan,
  run: () => ImportResult | Promise<ImportResult>,
): Promise<ImportPlan> {
  if (plan.problem) return plan;
  try {
    const { classes, count, unlabelled, warnings } = (await run()).pack.manifest;
    return {
      ...plan,
      classes: classes.slice(0, 100).map(({ name, count: examples }) => ({ name, count: examples })),
      classCount: classes.length,
      exampleCount: count,
      unlabelledCount: unlabelled ?? 0,
      findings: [...warnings],
    };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...plan, problem: { code: error.code, message: error.message } };
  }
}
