import { TryRow } from '@/try/try-row';
import { TryText } from '@/try/try-text';
import type { SharedInput, SharedModel } from './ask-shared';
import { SharePhoto } from './share-photo';

type Props = { model: SharedModel; onInput: (input: SharedInput | null) => void };

/** The one way to ask that suits what the model takes. */
export function ShareInput({ model: { input }, onInput }: Props) {
  switch (input.modality) {
    case 'IMAGE':
      return <SharePhoto onInput={onInput} />;
    case 'TEXT':
      return <TryText onInput={onInput} />;
    case 'TABLE':
      return <TryRow columns={input.columns ?? []} verb="Ask" onInput={onInput} />;
  }
}
