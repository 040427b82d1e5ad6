import { ExamplePicture, exampleText, isPicture } from '@/data/example-tile';
import { isWrong, type Point, pointText } from './feature-map';

/** The example under the pointer or the focus. */
export function PointNote({ point }: { point: Point | undefined }) {
  return (
    <p aria-live="polite" className="mt-3 flex min-h-14 items-center gap-3 text-[12px] text-muted">
      {point ? (
        <>
          <ExamplePicture example={point.example} size={48} />
          <span className="min-w-0">
            <span className={`block ${isWrong(point) ? 'text-bad' : 'text-ink'}`}>{pointText(point)}</span>
            {!isPicture(point.example) && <span className="line-clamp-2">{exampleText(point.example)}</span>}
          </span>
        </>
      ) : (
        'Point at a mark, or step through them with the arrow keys, to see its example.'
      )}
    </p>
  );
}
