type Props = { colour: string; dash?: number[]; faint?: boolean };

/** A short piece of a line as its chart draws it. */
export function LineSwatch({ colour, dash, faint = false }: Props) {
  return (
    <svg viewBox="0 0 18 4" className="h-1 w-[18px] shrink-0" aria-hidden="true">
      <path
        d="M0 2h18"
        fill="none"
        stroke={`var(${colour})`}
        strokeWidth={faint ? 1.5 : 2.5}
        strokeOpacity={faint ? 0.6 : 1}
        strokeDasharray={dash?.map((length) => length / 1.5).join(' ')}
      />
    </svg>
  );
}
