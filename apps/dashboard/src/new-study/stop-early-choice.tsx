import { STOP_EARLY } from './protocol-form';

type Props = {
  texts: Readonly<Record<string, string>>;
  onTexts: (texts: Readonly<Record<string, string>>) => void;
};

/** Whether a study of episodes ends as soon as it is decided. */
export function StopEarlyChoice({ texts, onTexts }: Props) {
  return (
    <label className="mt-4 flex max-w-prose cursor-pointer gap-3">
      <input
        type="checkbox"
        aria-label="Stop as soon as the best is known"
        checked={Boolean(texts[STOP_EARLY])}
        onChange={(event) => onTexts({ ...texts, [STOP_EARLY]: event.target.checked ? 'yes' : '' })}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span>
        <span className="block font-medium">Stop as soon as the best is known</span>
        <span className="block text-[12px] text-muted">
          Saves time: no more episodes are scored once every other candidate is proved worse, or proved to be
          within 1 point of the best. Looking often does not make mistakes more likely: the chance of any
          wrong verdict stays at most 5 %. Intervals are a little wider in return.
        </span>
      </span>
    </label>
  );
}
