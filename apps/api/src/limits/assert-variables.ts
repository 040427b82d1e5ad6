import { refused } from './refused.js';
import { requestLimits } from './request-limits.js';

/** Refuses variables with more values or levels than any operation takes. */
export function assertVariables(variables: Readonly<Record<string, unknown>>): void {
  const { variableValues, variableDepth } = requestLimits;
  let count = 0;
  const walk = (value: unknown, depth: number): void => {
    if (++count > variableValues) throw refused(`The variables hold more than ${variableValues} values.`);
    if (value === null || typeof value !== 'object') return;
    if (depth === variableDepth)
      throw refused(`The variables are nested deeper than ${variableDepth} levels.`);
    for (const item of Object.values(value)) walk(item, depth + 1);
  };
  walk(variables, 0);
}
