import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more, mostly waiting for what was killed. */
const LONG = ['worker/kinds', 'start/start', 'worker/chaos', 'worker/killed', 'start/proxy', 'start/dev'];

/** Begins with a file that takes long, and spreads the others of these among the rest, so that something computes while they wait. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) =>
      LONG.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
    const long = sorted.filter((file) => place(file) >= 0).sort((a, b) => place(a) - place(b));
    const rest = sorted.filter((file) => place(file) < 0);
    const each = Math.ceil(rest.length / Math.max(1, long.length));
    return long.length === 0
      ? rest
      : long.flatMap((file, i) => [file, ...rest.slice(i * each, (i + 1) * each)]);
  }
}
