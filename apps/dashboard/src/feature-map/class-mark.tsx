/** Seven shapes and eight colours: the first 56 classes differ, and neighbours in both. Drawn about 0, 0. */
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  'M-3.7-3.7h7.4v7.4h-7.4z',
  'M0-4.8L4.6 3.6H-4.6z',
  'M0-5.2L5.2 0L0 5.2L-5.2 0z',
  'M0 4.8L4.6-3.6H-4.6z',
  'M-1.5-4.8h3v3.3h3.3v3h-3.3v3.3h-3v-3.3h-3.3v-3h3.3z',
  'M0-5.4L1.5-1.6L5.2-1.6L2.2.9L3.3 4.8L0 2.5L-3.3 4.8L-2.2.9L-5.2-1.6L-1.5-1.6z',
];

export const classColour = (place: number): string => `var(--c${place % 8})`;
export const classShape = (place: number): string => SHAPES[place % SHAPES.length] as string;

type Props = { place: number; hollow?: boolean };

/** The mark of a class: filled for what was asked, hollow for support. */
export function ClassMark({ place, hollow = false }: Props) {
  return (
    <path
      d={classShape(place)}
      fill={hollow ? 'var(--surface)' : classColour(place)}
      fillOpacity={hollow ? 1 : 0.8}
      stroke={classColour(place)}
      strokeWidth={hollow ? 2 : 1}
      transform={hollow ? 'scale(1.35)' : undefined}
    />
  );
}

/** The same beside a word. */
export const ClassKey = (props: Props) => (
  <svg viewBox="-7 -7 14 14" className="size-3.5 shrink-0" aria-hidden="true">
    <ClassMark {...props} />
  </svg>
);
