// Loaded before a program of ours: its wall clock is off by what a file says, as after somebody has set it. Other clocks go on.
import { readFileSync } from 'node:fs';

const Real = Date;
let offset = 0; // milliseconds
const look = () => {
  offset = Number(readFileSync(process.env.CHAOS_CLOCK ?? '', 'utf8'));
};
look();
setInterval(look, 100).unref();
const now = () => Real.now() + offset;
globalThis.Date = new Proxy(Real, {
  apply: () => new Real(now()).toString(),
  construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
