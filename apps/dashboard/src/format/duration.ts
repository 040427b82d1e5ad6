/** Seconds as two neighbouring units at most: 0.42 → "0.4 s", 75 → "1 min 15 s", 7260 → "2 h 1 min". */
export function formatDuration(seconds: number): string {
  if (seconds < 10) return `${Math.max(0, seconds).toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return pair(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(whole / 60);
  return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
}

/** The same, down to thousandths: 0.0042 → "4.2 ms". */
export const formatBrief = (seconds: number): string =>
  seconds < 0.1 ? `${Number((1000 * seconds).toPrecision(2))} ms` : formatDuration(seconds);

function pair(major: number, majorUnit: string, minor: number, minorUnit: string): string {
  return minor === 0 ? `${major} ${majorUnit}` : `${major} ${majorUnit} ${minor} ${minorUnit}`;
}

/** Time since `from` in one unit, for lists: "just now", "3 min ago", "2 d ago". */
export function formatAgo(from: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(from)) / 1000);
  if (seconds < 45) return 'just now';
  if (seconds < 3570) return `${Math.round(seconds / 60)} min ago`;
  if (seconds < 84_600) return `${Math.round(seconds / 3600)} h ago`;
  return `${Math.round(seconds / 86_400)} d ago`;
}
