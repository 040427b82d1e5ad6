import { type RefObject, useEffect, useRef } from 'react';

/** For a scrolling list of radio buttons: brings the chosen row into view once it is listed; the page stays where it is. */
export function useChosenInView(chosen: string | null, isListed: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null && isListed) scrollToChosen(list.current);
  }, [chosen, isListed]);
  return list;
}

function scrollToChosen(list: HTMLElement | null): void {
  const row = list?.querySelector('input:checked')?.closest('label');
  if (!list || !row) return;
  const end = row.offsetTop + row.offsetHeight;
  if (row.offsetTop < list.scrollTop || end > list.scrollTop + list.clientHeight)
    list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
}
