import type { NumberReading } from '@kshot/fewshot';

/** A number as cells of its column write it, to four digits or a whole day: `readNumberCell` reads it back. */
export function writeCell(value: number, reading: NumberReading = { as: 'PLAIN' }): string {
  if (reading.as === 'DATE') return writtenDate(value, reading.order);
  const plain = String(Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4)));
  return reading.as === 'WRITTEN' ? plain.replace('.', reading.decimal) : plain;
}

function writtenDate(days: number, order: 'YMD' | 'DMY' | 'MDY'): string {
  const date = new Date(Math.floor(days) * 86_400_000);
  if (Number.isNaN(date.getTime())) return '';
  const [year, month, day] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
  if (order === 'YMD') return `${year}-${month}-${day}`;
  return order === 'DMY' ? `${day}.${month}.${year}` : `${month}/${day}/${year}`;
}
