import type { Technique } from '@/generated/graphql';
import { TECHNIQUES } from './technique';

type Props = { chosen: Technique; onChoose: (technique: Technique) => void };

/** What the run is for: three radio buttons, each with a sentence on when it is the right one. */
export function TechniqueChoice({ chosen, onChoose }: Props) {
  return (
    <fieldset className="pb-6">
      <legend className="mb-3 font-semibold">Technique</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {TECHNIQUES.map(({ value, title, whenToUse }) => (
          <label
            key={value}
            className={`flex cursor-pointer gap-3 rounded-lg border px-3 py-2.5 ${value === chosen ? 'border-accent bg-accent-soft' : 'hover:bg-sunken'}`}
          >
            <input
              type="radio"
              name="technique"
              checked={value === chosen}
              onChange={() => onChoose(value)}
              aria-label={title}
              className="mt-1 shrink-0 self-start accent-accent"
            />
            <span>
              <span className="block font-medium">{title}</span>
              <span className="block text-[12px] leading-4 text-muted">{whenToUse}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
