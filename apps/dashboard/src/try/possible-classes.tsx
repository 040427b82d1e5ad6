import type { PredictQuery } from '@/generated/graphql';

type Set = NonNullable<PredictQuery['predict'][number]['set']>;

/** The classes that cannot be ruled out, or that it is none of them. */
export function PossibleClasses({ set: { classes, noneOfThese, sentence } }: { set: Set }) {
  return (
    <section aria-label="Possible classes" className="mt-6 border-t pt-3">
      <p className="flex flex-wrap gap-1.5">
        {noneOfThese && <strong className="font-semibold">None of these</strong>}
        {classes.slice(0, 24).map((name) => (
          <span key={name} className="rounded bg-sunken px-2 py-0.5">
            {name}
          </span>
        ))}
        {classes.length > 24 && <span className="text-muted">and {classes.length - 24} more</span>}
      </p>
      <p className="mt-2 max-w-[60ch] text-[12px] text-muted">{sentence}</p>
    </section>
  );
}
