type Place = { readonly x: number; readonly y: number };

const DIRECTIONS: Record<string, Place> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

export const isArrow = (key: string): boolean => key in DIRECTIONS;

/** The nearest place within 45 degrees of an arrow key's direction, from the one at `from`; y grows downwards. */
export function nextPlace(places: readonly Place[], from: number, key: string): number {
  const [start, direction] = [places[from], DIRECTIONS[key]];
  if (!start || !direction) return from;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  places.forEach(({ x, y }, i) => {
    const [dx, dy] = [x - start.x, y - start.y];
    const along = dx * direction.x + dy * direction.y;
    const across = Math.abs(dx * direction.y + dy * direction.x);
    if (along <= 0 || across > along) return;
    const distance = Math.hypot(dx, dy);
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}
