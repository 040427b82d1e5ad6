/** A row of grey values drawn as the square picture that it is, ink on paper. */
export function PixelPicture({
  values,
  name,
  className = '',
}: {
  values: number[];
  name: string;
  className?: string;
}) {
  const side = Math.sqrt(values.length);
  const most = values.reduce((a, b) => Math.max(a, b), 1e-9);
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
      className={`ink-on-paper bg-white ${className}`}
    >
      {values.map((value, index) => {
        const x = index % side;
        const y = Math.floor(index / side);
        return value > 0 ? (
          <path key={`${x} ${y}`} d={`M${x} ${y}h1v1h-1z`} fillOpacity={value / most} />
        ) : null;
      })}
    </svg>
  );
}
