import { IfChanging } from '@/access/if-making';
import { ExamplePicture, exampleText, isPicture } from '@/data/example-tile';
import { formatShare } from '@/format/number';
import type { KeptInputLineFragment } from '@/generated/graphql';
import { AnswerBar } from '@/predictions/answer-bar';
import { Ago } from '@/ui/ago';
import type { AskedModel } from './kept-inputs-section';
import { ReviewActions } from './review-actions';

type Props = {
  model: AskedModel;
  input: KeptInputLineFragment;
  onReviewed: () => void;
  onDiscarded: () => void;
};

/** What was asked beside the answer, and what can be said of it. */
export function KeptInputLine({ model, input, onReviewed, onDiscarded }: Props) {
  const { label, noneOfThese, confidence, createdAt } = input;
  const shown = { ...input, name: 'What was asked' };
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_minmax(0,22rem)]">
      <div className="flex min-w-0 items-start gap-3">
        <ExamplePicture example={shown} />
        <div className="min-w-0">
          {!isPicture(shown) && <p className="line-clamp-3 [overflow-wrap:anywhere]">{exampleText(shown)}</p>}
          <p className="text-[12px] text-muted">
            <Ago at={createdAt} />
          </p>
        </div>
      </div>
      <div className="min-w-0">
        {noneOfThese ? (
          <>
            <p className="font-medium">None of these</p>
            <p className="text-[12px] text-muted [overflow-wrap:anywhere]">
              The least unlikely is {input.class}, {formatShare(confidence)}.
            </p>
          </>
        ) : (
          <AnswerBar name={input.class} probability={confidence} />
        )}
      </div>
      <div className="min-w-0">
        {label !== null && (
          <p className="[overflow-wrap:anywhere]">
            Labelled <strong className="font-semibold">{label}</strong>
            {input.taughtAt && ', taught'}
            {input.addedAt && ', in the data set'}
          </p>
        )}
        <IfChanging>
          <ReviewActions model={model} input={input} onReviewed={onReviewed} onDiscarded={onDiscarded} />
        </IfChanging>
      </div>
    </li>
  );
}
