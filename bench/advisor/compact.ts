import type { AdvisorRecord } from '@kshot/fewshot';

type Arm = AdvisorRecord['arms'][string];

const short = (value: number): number => Math.round(value * 1e4) / 1e4;
const shortened = <Figures extends object>(figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, short(value)])) as Figures;

/** A record as the product's table keeps it: four decimals are more than any of its figures is worth. */
export function compact({ arms, hash, data, modality, classes, shots, seed }: AdvisorRecord): AdvisorRecord {
  const each = ([kind, { probe, accuracy, more }]: [string, Arm]): [string, Arm] => [
    kind,
    { ...(probe ? { probe: shortened(probe) } : {}), ...shortened({ accuracy, more }) },
  ];
  const own = { data, modality, classes, shots, seed, hash: hash.slice(0, 16) };
  return { ...own, arms: Object.fromEntries(Object.entries(arms).map(each)) };
}
