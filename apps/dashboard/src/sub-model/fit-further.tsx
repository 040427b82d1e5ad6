'use client';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { FitOptions } from '@/generated/graphql';
import { MethodsQuery } from '@/new-run/new-run.operations';
import { OptionGroups } from '@/new-run/option-groups';
import { collectOptions, type OptionTexts } from '@/new-run/option-text';

/** What `FitOptions` has; pretraining describes them. */
const FITTING: (keyof FitOptions)[] = [
  ...(['loss', 'regularizer', 'lambda', 'elasticMix', 'classWeights', 'optimizer'] as const),
  ...(['learningRate', 'momentum', 'weightDecay', 'clipNorm', 'schedule', 'warmupEpochs'] as const),
  ...(['stepEpochs', 'stepFactor', 'epochs', 'batchSize', 'validationShare', 'patience', 'seed'] as const),
];

export type Fitting = { on: boolean; texts: OptionTexts };

/** The options of further fitting and what is sent of them. */
export function useFitting({ on, texts }: Fitting) {
  const [{ data }] = useQuery({ query: MethodsQuery });
  return useMemo(() => {
    const all = data?.methods.find(({ technique }) => technique === 'PRETRAIN')?.options ?? [];
    const options = all.filter(({ name }) => FITTING.some((each) => each === name));
    const { input, errors } = collectOptions(options, texts);
    return { options, errors, fit: on ? (input as FitOptions) : undefined };
  }, [data, on, texts]);
}

type Props = {
  fitting: Fitting;
  onChange: (fitting: Fitting) => void;
  options: ReturnType<typeof useFitting>['options'];
  errors: Record<string, string>;
};

/** Optional: all weights are fitted further to the examples. */
export function FitFurther({ fitting: { on, texts }, onChange, options, errors }: Props) {
  return (
    <>
      <label className="mb-4 flex items-start gap-2">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => onChange({ on: event.target.checked, texts })}
          className="mt-1 accent-accent"
        />
        <span>
          Fit all weights further to these examples
          <span className="block text-[12px] leading-4 text-muted">
            Not needed as a rule. With ten or more examples of each class it may gain a little; with fewer it
            over-fits.
          </span>
        </span>
      </label>
      {on && (
        <OptionGroups
          options={options}
          texts={texts}
          errors={errors}
          onChange={(next) => onChange({ on, texts: next })}
        />
      )}
    </>
  );
}
