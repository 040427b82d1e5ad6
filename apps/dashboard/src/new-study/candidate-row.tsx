'use client';
import { SlidersHorizontal, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { ModelRowFragment } from '@/generated/graphql';
import { OptionGroups } from '@/new-run/option-groups';
import { collectOptions } from '@/new-run/option-text';
import { Button, IconButton } from '@/ui/button';
import { Select } from '@/ui/select';
import { AS_IT_IS, type Candidate, type CandidateMethod, needsModel, takesModel } from './candidate';

type Props = {
  number: number;
  candidate: Candidate;
  methods: readonly CandidateMethod[];
  models: readonly ModelRowFragment[];
  onChange: (candidate: Candidate) => void;
  onRemove: (() => void) | null;
};

/** One candidate: method, model, and what can be set. */
export function CandidateRow({ number, candidate, methods, models, onChange, onRemove }: Props) {
  const [open, setOpen] = useState(false);
  const described = useId();
  const method = methods.find(({ name }) => name === candidate.method);
  const options = method?.options ?? [];
  const { errors } = collectOptions(options, candidate.texts);
  return (
    <li className="border-b py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          aria-label={`Method of candidate ${number}`}
          aria-describedby={described}
          value={candidate.method}
          onChange={(event) => onChange({ ...candidate, method: event.target.value, texts: {} })}
          className="w-full sm:w-56"
        >
          {methods.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
          <option value={AS_IT_IS}>A trained model as it is</option>
        </Select>
        {takesModel(candidate.method) && (
          <Select
            aria-label={`Model of candidate ${number}`}
            value={candidate.modelId ?? ''}
            onChange={(event) => onChange({ ...candidate, modelId: event.target.value || null })}
            className="w-full min-w-0 sm:w-72"
          >
            <option value="">
              {needsModel(candidate.method) ? 'Choose a model…' : 'No model: the examples themselves'}
            </option>
            {models.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
        <span className="ml-auto flex gap-1">
          {options.length > 0 && (
            <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
              <SlidersHorizontal aria-hidden />
              Options
            </Button>
          )}
          {onRemove && (
            <IconButton name={`Remove candidate ${number}`} onClick={onRemove}>
              <X aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      <p id={described} className="mt-1 text-[12px] text-muted">
        {method
          ? `${method.description} ${method.whenToUse}`
          : 'Scored on the test part without learning anything; a meta-model learns again in each unit.'}
        {method?.transductive && ' Compares only with its like.'}
      </p>
      {(open || Object.keys(errors).length > 0) && (
        <div className="mt-3 sm:pl-4">
          <OptionGroups
            options={[...options]}
            texts={candidate.texts}
            errors={errors}
            onChange={(texts) => onChange({ ...candidate, texts })}
          />
        </div>
      )}
    </li>
  );
}
