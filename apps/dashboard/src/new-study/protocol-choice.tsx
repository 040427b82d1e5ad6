import { TextField } from '@/ui/field';
import { RadioCard } from '@/ui/radio-card';
import { GroupingChoice } from './grouping-choice';
import { PROTOCOLS, type ProtocolKind } from './protocol-form';
import { StopEarlyChoice } from './stop-early-choice';

type Props = {
  kind: ProtocolKind;
  texts: Readonly<Record<string, string>>;
  seed: string;
  /** A single candidate: there is nothing to decide. */
  alone: boolean;
  wrong: readonly string[];
  onKind: (kind: ProtocolKind) => void;
  onTexts: (texts: Readonly<Record<string, string>>) => void;
  onSeed: (seed: string) => void;
};

/** How all candidates are scored. */
export function ProtocolChoice({ kind, texts, seed, alone, wrong, onKind, onTexts, onSeed }: Props) {
  const { fields } = PROTOCOLS.find((one) => one.kind === kind)!;
  const seeded = kind !== 'split' && kind !== 'leaveOneOut';
  return (
    <fieldset className="border-t pt-4 pb-6">
      <legend className="float-left mb-3 w-full font-semibold">How they are scored</legend>
      <div className="clear-both grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {PROTOCOLS.map(({ kind: each, title, sentence }) => (
          <RadioCard
            key={each}
            group="protocol"
            title={title}
            text={sentence}
            checked={each === kind}
            onChoose={() => onKind(each)}
          />
        ))}
      </div>
      {(fields.length > 0 || seeded) && (
        <div className="mt-4 grid gap-x-6 gap-y-4 sm:grid-cols-3 xl:grid-cols-5">
          {fields.map(({ name, label, hint, text }) => (
            <TextField
              key={`${kind}.${name}`}
              label={label}
              hint={hint}
              inputMode="numeric"
              error={wrong.includes(name) ? 'Write a whole number.' : null}
              value={texts[`${kind}.${name}`] ?? text}
              onChange={(event) => onTexts({ ...texts, [`${kind}.${name}`]: event.target.value })}
            />
          ))}
          {kind === 'crossValidation' && (
            <GroupingChoice texts={texts} wrong={wrong.includes('grouping')} onTexts={onTexts} />
          )}
          {seeded && (
            <TextField
              label="Seed"
              hint="The same seed, the same units."
              inputMode="numeric"
              error={wrong.includes('seed') ? 'Write a whole number.' : null}
              value={seed}
              onChange={(event) => onSeed(event.target.value)}
            />
          )}
        </div>
      )}
      {kind === 'episodes' && !alone && <StopEarlyChoice texts={texts} onTexts={onTexts} />}
    </fieldset>
  );
}
