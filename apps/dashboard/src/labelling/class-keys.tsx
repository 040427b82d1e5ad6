import { formatShare } from '@/format/number';

type Props = {
  names: string[];
  keys: string;
  probabilities: { class: string; probability: number }[];
  onChoose: (name: string) => void;
};

/** The classes, each with its key and how probable it is. */
export function ClassKeys({ names, keys, probabilities, onChoose }: Props) {
  const shares = new Map(probabilities.map((one) => [one.class, one.probability]));
  return (
    <ul aria-label="Classes" className="space-y-1">
      {names.map((name, i) => {
        const share = shares.get(name) ?? 0;
        return (
          <li key={name}>
            <button
              type="button"
              onClick={() => onChoose(name)}
              className="relative flex h-9 w-full items-center gap-3 overflow-hidden rounded-md border px-3 text-left hover:bg-sunken"
            >
              <span
                aria-hidden="true"
                className="absolute inset-y-0 left-0 bg-accent-soft"
                style={{ width: `${100 * share}%` }}
              />
              <kbd className="relative w-4 shrink-0 font-mono text-muted">{keys[i]}</kbd>
              <span className="relative min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="relative text-muted">{formatShare(share, 0)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
