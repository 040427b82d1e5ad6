import type { Measured } from './parse-number.js';

const clock = /^([+-]?)(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,6}))?)?$/;
const named =
  /^(?:(\d+)\s*(?:d|days?))?\s*(?:(\d+)\s*(?:h|hrs?|hours?|std\.?))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?))?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:s|secs?|seconds?|sek\.?))?$/i;

/** A time of day or a duration, hours before minutes, in seconds: 1:30, 0:05:12, 2 h 5 min; undefined of anything else. */
export function durationIn(text: string): Measured | undefined {
  const [, sign, hours, minutes, seconds = '0', fraction = '0'] = clock.exec(text) ?? [];
  if (hours !== undefined && minutes !== undefined) {
    const value = 3600 * Number(hours) + 60 * Number(minutes) + Number(`${seconds}.${fraction}`);
    return { value: sign === '-' ? -value : value, unit: 's' };
  }
  const parts = named.exec(text)?.slice(1);
  if (!parts || parts.filter((part) => part !== undefined).length < 2) return undefined;
  const [d, h, m, s] = parts.map((part = '0') => Number(part.replace(',', '.'))) as [
    number,
    number,
    number,
    number,
  ];
  return { value: 86_400 * d + 3600 * h + 60 * m + s, unit: 's' };
}
