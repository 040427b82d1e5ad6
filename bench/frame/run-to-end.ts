/** What a generator returns; each thing that it yields on the way is shown. */
export function runToEnd<Step, Result>(run: Generator<Step, Result>, show?: (step: Step) => void): Result {
  let next = run.next();
  for (; !next.done; next = run.next()) show?.(next.value);
  return next.value;
}
