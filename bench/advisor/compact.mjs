const short = (value) => Math.round(value * 1e4) / 1e4;

/** A record as the product's table keeps it: four decimals are more than any of its figures is worth. */
export function compact({ scored: _, arms, hash, ...record }) {
  const each = ([kind, { probe, accuracy, more }]) => [
    kind,
    {
      ...(probe
        ? { probe: Object.fromEntries(Object.entries(probe).map(([name, value]) => [name, short(value)])) }
        : {}),
      accuracy: short(accuracy),
      ...(more === undefined ? {} : { more: short(more) }),
    },
  ];
  return { ...record, hash: hash.slice(0, 16), arms: Object.fromEntries(Object.entries(arms).map(each)) };
}
