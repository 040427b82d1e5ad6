// npm run bench -- memory [--minutes 10] [--json]: megabytes that the API, its predictors and the worker hold under a mixed load, every
// minute, and how the last third compares with the second (the first warms up).
import { setTimeout as delay } from 'node:timers/promises';
import { load } from '../frame/measurement.js';
import { benchOptions } from '../frame/options.js';
import { median } from '../frame/samples.js';
import { startKshot } from '../home/kshot.js';
import { residentBytes } from '../home/resident-bytes.js';
import { servedModels } from '../serve/models.js';
import { habits, keepsOn } from './mixed-load.js';
import { bytesOfChildren } from './process-tree.js';

const options = benchOptions([], { own: { minutes: '10' } });
const end = Date.now() + 60_000 * Number(options.value('minutes'));
const kshot = await startKshot();
const parts: Readonly<Record<string, () => number>> = {
  API: () => residentBytes(kshot.apiPid),
  predictors: () => bytesOfChildren(kshot.apiPid, 'predictor-child'),
  worker: () => kshot.workers().reduce((sum, { pid = 0 }) => sum + residentBytes(pid), 0),
};
try {
  const going = () => Date.now() < end;
  const all = habits(kshot, await servedModels(kshot));
  const done = Promise.all(all.map(async (habit) => [habit.name, await keepsOn(habit, going)] as const));
  const seen: Record<string, number>[] = [];
  while (going()) {
    await Promise.race([done, delay(Math.min(60_000, Math.max(0, end - Date.now())))]);
    seen.push(Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, bytes() / 1e6])));
    show({ minute: seen.length, ...seen.at(-1), load: load() });
  }
  show(Object.fromEntries(await done));
  const third = Math.floor(seen.length / 3);
  for (const name of Object.keys(parts)) {
    const among = (minutes: typeof seen) => median(minutes.map((minute) => minute[name] as number));
    const [before, after] = [among(seen.slice(third, 2 * third)), among(seen.slice(2 * third))];
    show({ part: name, unit: 'MB', before, after, growth: after / before - 1 });
  }
} finally {
  await kshot.stop();
}

function show(line: object): void {
  const rounded = Object.entries(line).map(([name, value]) => [
    name,
    typeof value === 'number' ? Number(value.toFixed(3)) : value,
  ]);
  console.log(
    options.json
      ? JSON.stringify(Object.fromEntries(rounded))
      : rounded.map(([name, value]) => `${name} ${value}`).join('  '),
  );
}
