type Props = { group: string; title: string; text: string; checked: boolean; onChoose: () => void };

/** One of several choices, with a sentence on what it is for. */
export function RadioCard({ group, title, text, checked, onChoose }: Props) {
  return (
    <label
      className={`flex cursor-pointer gap-3 rounded-lg border px-3 py-2.5 ${checked ? 'border-accent bg-accent-soft' : 'hover:bg-sunken'}`}
    >
      <input
        type="radio"
        name={group}
        checked={checked}
        onChange={onChoose}
        aria-label={title}
        className="mt-1 shrink-0 self-start accent-accent"
      />
      <span>
        <span className="block font-medium">{title}</span>
        <span className="block text-[12px] leading-4 text-muted">{text}</span>
      </span>
    </label>
  );
}
