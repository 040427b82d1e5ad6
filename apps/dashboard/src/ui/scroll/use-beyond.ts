import { type RefObject, useEffect, useState } from 'react';

/** Whether content is hidden beyond the left and right edges of a box that scrolls sideways. */
export function useBeyond(box: RefObject<HTMLElement | null>): { left: boolean; right: boolean } {
  const [left, setLeft] = useState(false);
  const [right, setRight] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollWidth, clientWidth } = element;
      // Offsets are fractions of a pixel on some screens.
      setLeft(scrollLeft > 1);
      setRight(scrollLeft + clientWidth < scrollWidth - 1);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);
  return { left, right };
}
