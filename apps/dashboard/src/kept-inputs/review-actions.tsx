import { Check, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ClassForm } from '@/data/edit/class-form';
import { problemOf } from '@/graphql/problem';
import { Button, IconButton } from '@/ui/button';
import { ProblemNote } from '@/ui/problem-note';
import { DiscardInputs, ReviewInputs } from './kept-inputs.operations';
import type { AskedModel } from './kept-inputs-section';

type Props = {
  model: AskedModel;
  input: { id: string; class: string; noneOfThese: boolean; label: string | null };
  onReviewed: () => void;
  onDiscarded: () => void;
};

/** "Right", "No, this is …" and discarding; a label can be taken back. */
export function ReviewActions({ model, input, onReviewed, onDiscarded }: Props) {
  const { id, label } = input;
  const [isNaming, setIsNaming] = useState(false);
  const [reviewed, review] = useMutation(ReviewInputs);
  const [discarded, discard] = useMutation(DiscardInputs);
  const problem = problemOf(reviewed.error ?? discarded.error);
  const isBusy = reviewed.fetching || discarded.fetching;
  const say = (name: string | null) =>
    void review({ modelId: model.id, reviews: [{ id, class: name }] }).then(({ error }) => {
      if (error) return;
      setIsNaming(false);
      onReviewed();
    });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {label === null && !input.noneOfThese && (
          <Button disabled={isBusy} onClick={() => say(input.class)}>
            <Check aria-hidden />
            Right
          </Button>
        )}
        {label === null ? (
          <Button disabled={isBusy} aria-expanded={isNaming} onClick={() => setIsNaming(!isNaming)}>
            {input.noneOfThese ? 'This is …' : 'No, this is …'}
          </Button>
        ) : (
          <Button look="quiet" className="-ml-3" disabled={isBusy} onClick={() => say(null)}>
            <Undo2 aria-hidden />
            Take the label back
          </Button>
        )}
        <IconButton
          name="Discard"
          disabled={isBusy}
          onClick={() =>
            void discard({ modelId: model.id, ids: [id] }).then(({ error }) => error || onDiscarded())
          }
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {isNaming && label === null && (
        <div className="mt-2">
          <ClassForm names={model.classes} label="Right class" verb="Label" onPick={say} />
        </div>
      )}
      {problem && <ProblemNote problem={problem} className="mt-2" />}
    </>
  );
}
