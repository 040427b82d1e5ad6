import type { CSSProperties, MouseEvent } from 'react';
import { ExamplePicture, exampleText, isPicture } from '../example-tile';
import type { ShownExample } from './use-examples';

/** How an example stands after the changes that are not saved yet. */
export interface Mark {
  readonly className: string | null;
  readonly changed: boolean;
  readonly removed: boolean;
}

export const UNMARKED: Mark = { className: null, changed: false, removed: false };

type Props = {
  id: string;
  example: ShownExample | undefined;
  index: number;
  totalCount: number;
  selected: boolean;
  active: boolean;
  mark: Mark;
  onClick: (event: MouseEvent) => void;
  onOpen: () => void;
  style: CSSProperties;
};

/** One example in the gallery; a grey place while it is read. */
export function GalleryOption(props: Props) {
  const { id, example, index, totalCount, selected, active, mark, onClick, onOpen, style } = props;
  const { className, changed, removed } = mark;
  const label = className ?? 'unlabelled';
  const state = removed ? ', will be deleted' : changed ? ', changed' : '';
  return (
    // The list box has the keyboard and points to its active option.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-setsize={totalCount}
      aria-posinset={index + 1}
      aria-label={`${label}, ${example ? exampleText(example).slice(0, 200) : 'loading'}${state}`}
      onClick={onClick}
      onDoubleClick={onOpen}
      style={style}
      className={`absolute cursor-pointer overflow-hidden rounded p-1 select-none ${selected ? 'bg-accent-soft' : 'hover:bg-sunken'} ${active ? 'group-focus:outline-2 group-focus:-outline-offset-2 group-focus:outline-accent' : ''} ${removed ? '[&_img]:opacity-40' : ''}`}
    >
      {example && isPicture(example) ? (
        <>
          <ExamplePicture example={example} size={92} label={`${label}, example ${example.index}`} />
          <ClassName name={label} mark={mark} className="mt-0.5 block truncate text-[12px]" />
        </>
      ) : (
        <span className="flex h-7 items-center gap-4 border-b">
          <ClassName name={example ? label : ''} mark={mark} className="w-32 shrink-0 truncate font-medium" />
          <span className={`min-w-0 truncate ${removed ? 'line-through' : ''}`}>
            {example ? exampleText(example) : '…'}
          </span>
        </span>
      )}
    </div>
  );
}

const ClassName = ({ name, mark, className }: { name: string; mark: Mark; className: string }) => (
  <span
    className={`${className} ${mark.changed ? 'text-accent' : 'text-muted'} ${mark.removed ? 'line-through' : ''}`}
  >
    {name}
  </span>
);
