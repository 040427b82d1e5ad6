import type { Technique } from '@/generated/graphql';
import { RadioCard } from '@/ui/radio-card';
import { TECHNIQUES } from './technique';

type Props = { chosen: Technique; onChoose: (technique: Technique) => void };

/** What the run is for: three radio buttons, each with a sentence on when it is the right one. */
export function TechniqueChoice({ chosen, onChoose }: Props) {
  return (
    <fieldset className="pb-6">
      <legend className="mb-3 font-semibold">Technique</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {TECHNIQUES.map(({ value, title, whenToUse }) => (
          <RadioCard
            key={value}
            group="technique"
            title={title}
            text={whenToUse}
            checked={value === chosen}
            onChoose={() => onChoose(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
