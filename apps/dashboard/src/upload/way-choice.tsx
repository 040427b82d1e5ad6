import { useId } from 'react';

/** What becomes of a file that was dropped on the page of a data set. */
export type Way = 'ADD' | 'REPLACE' | 'NEW';

type Props = { name: string; way: Way; onWay: (way: Way) => void; canAdd: boolean };

/** Asks whether a file is added to a data set, replaces its content, or becomes another one. */
export function WayChoice({ name, way, onWay, canAdd }: Props) {
  const group = useId();
  const ways: [Way, string, string][] = [
    ['ADD', `Add to ${name}`, 'A new version with these examples besides those that are there.'],
    [
      'REPLACE',
      'Replace its content',
      'A new version with these examples only. The older ones stay in the history.',
    ],
    ['NEW', 'Make another data set', `${name} stays as it is.`],
  ];
  return (
    <fieldset className="mb-4">
      <legend className="mb-1 font-medium">What to do with the file</legend>
      {ways
        .filter(([key]) => canAdd || key !== 'ADD')
        .map(([key, title, hint]) => (
          <label key={key} className="flex cursor-pointer items-start gap-2 py-1">
            <input
              type="radio"
              name={group}
              value={key}
              checked={way === key}
              onChange={() => onWay(key)}
              className="mt-1 accent-accent"
            />
            <span>
              {title}
              <span className="block text-[12px] text-muted">{hint}</span>
            </span>
          </label>
        ))}
    </fieldset>
  );
}
