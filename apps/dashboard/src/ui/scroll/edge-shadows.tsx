type Props = { left: boolean; right: boolean };

const SHADOW = 'pointer-events-none absolute inset-y-0 z-20 w-3 from-line-strong/70 to-transparent';

/** Shadows at the edges beyond which there is more. They lie over the nearest positioned box. */
export const EdgeShadows = ({ left, right }: Props) => (
  <>
    {left && <span aria-hidden="true" className={`${SHADOW} left-0 bg-linear-to-r`} />}
    {right && <span aria-hidden="true" className={`${SHADOW} right-0 bg-linear-to-l`} />}
  </>
);
