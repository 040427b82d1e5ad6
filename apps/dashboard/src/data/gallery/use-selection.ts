import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { ShownExample } from './use-examples';

type Props = {
  count: number;
  columns: number;
  at: (index: number) => ShownExample | undefined;
  onOpen: (index: number) => void;
  onRemove: (ids: string[]) => void;
};

/** Which examples are selected, by mouse and by keyboard, and which one the arrow keys are at. */
export function useSelection({ count, columns, at, onOpen, onRemove }: Props) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const [anchor, setAnchor] = useState(0);
  const clear = () => setSelected(new Set());

  const toggle = (index: number) => {
    const id = at(index)?.id;
    if (!id) return;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const extend = (index: number) => {
    const next = new Set(selected);
    for (let i = Math.min(anchor, index); i <= Math.max(anchor, index); i++) {
      const id = at(i)?.id;
      if (id) next.add(id);
    }
    setSelected(next);
  };
  const onClick = (index: number) => (event: MouseEvent) => {
    setActive(index);
    if (event.shiftKey) return extend(index);
    setAnchor(index);
    toggle(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      PageDown: columns * 5,
      PageUp: -columns * 5,
      Home: -active,
      End: count - 1 - active,
    };
    const step = steps[event.key];
    const here = at(active)?.id;
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, active + step));
      setActive(next);
      if (event.shiftKey) extend(next);
      else setAnchor(next);
    } else if (event.key === ' ') toggle(active);
    else if (event.key === 'Enter') onOpen(active);
    else if (event.key === 'Escape') clear();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && here)
      onRemove(selected.size > 0 ? [...selected] : [here]);
    else return;
    event.preventDefault();
  };
  return { selected, active, clear, onClick, onKeyDown };
}
