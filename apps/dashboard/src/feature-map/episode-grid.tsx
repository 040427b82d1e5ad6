'use client';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { ExamplePicture, exampleText, isPicture } from '@/data/example-tile';
import { Button } from '@/ui/button';
import { ClassKey } from './class-mark';
import { classesOf, type FeatureMap, isRight, type Point, pointText } from './feature-map';

const FEW = 12;

/** Class by class: its support, and what became of its queries; the wrong ones first. */
export function EpisodeGrid({ map }: { map: FeatureMap }) {
  const classes = classesOf(map);
  const places = new Map(classes.map(({ id, place }) => [id, place]));
  const [all, setAll] = useState(false);
  const more = !all && classes.some(({ asked }) => asked.length > FEW);
  return (
    <div>
      <ul aria-label="Classes and their examples">
        {classes.map(({ id, name, place, support, asked }) => {
          const right = asked.filter(isRight).length;
          const sorted = [...asked].sort((a, b) => Number(isRight(a)) - Number(isRight(b)));
          const shown = all ? sorted : sorted.slice(0, FEW);
          return (
            <li key={id} className="grid gap-x-6 gap-y-1 border-b py-2.5 md:grid-cols-[200px_1fr]">
              <span className="min-w-0">
                <span className="flex items-center gap-1.5 font-medium">
                  <ClassKey place={place} />
                  <span className="truncate">{name}</span>
                </span>
                <span className="text-[12px] text-muted">
                  {right} of {asked.length} right
                </span>
              </span>
              <span className="flex min-w-0 flex-wrap gap-x-5 gap-y-2">
                {support.length > 0 && (
                  <Examples label={`Support of ${name}`} points={support} places={places} />
                )}
                <Examples label={`Answers on ${name}`} points={shown} places={places} />
              </span>
            </li>
          );
        })}
      </ul>
      {more && (
        <Button look="quiet" className="mt-2 -ml-3" onClick={() => setAll(true)}>
          Show all answers
        </Button>
      )}
    </div>
  );
}

/** The mark of each class on the map. */
type Places = ReadonlyMap<string, number>;

function Examples({ label, points, places }: { label: string; points: Point[]; places: Places }) {
  const pictures = points[0] && isPicture(points[0].example);
  return (
    <ul
      aria-label={label}
      className={pictures ? 'flex flex-wrap gap-1.5' : 'w-full min-w-0 space-y-0.5 [overflow-wrap:anywhere]'}
    >
      {points.map((point) => (
        <li key={point.example.id} className={pictures ? '' : 'flex min-w-0 items-start gap-1.5'}>
          {pictures ? <Picture point={point} places={places} /> : <Line point={point} />}
        </li>
      ))}
    </ul>
  );
}

/** A picture with what became of it: nothing for support, a check, or a cross and the mark of the answer. */
function Picture({ point, places }: { point: Point; places: Places }) {
  const answered = places.get(point.predicted?.id ?? '');
  const look =
    point.role === 'SUPPORT'
      ? 'border-line-strong'
      : isRight(point)
        ? 'border-good'
        : 'border-bad border-dashed';
  return (
    <figure className="w-12" title={pointText(point)}>
      <span className={`block overflow-hidden rounded border-2 ${look}`}>
        <ExamplePicture example={point.example} size={44} label={pointText(point)} />
      </span>
      <figcaption aria-hidden="true" className="truncate text-center text-[11px] leading-4">
        {point.role === 'SUPPORT' ? (
          <span className="text-muted">support</span>
        ) : isRight(point) ? (
          <Check className="mx-auto size-3 text-good" />
        ) : (
          <span className="flex items-center justify-center gap-0.5 text-bad">
            <X className="size-3 shrink-0" />
            {answered === undefined ? (
              <span className="min-w-0 truncate">{point.predicted?.name}</span>
            ) : (
              <ClassKey place={answered} />
            )}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function Line({ point }: { point: Point }) {
  const right = isRight(point);
  return (
    <>
      <span className="mt-0.5 min-w-4 shrink-0 text-[12px] text-muted">
        {point.role === 'SUPPORT' ? (
          'support'
        ) : right ? (
          <Check className="size-3.5 text-good" aria-label="right" />
        ) : (
          <X className="size-3.5 text-bad" aria-label="wrong" />
        )}
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2">{exampleText(point.example)}</span>
        {point.role !== 'SUPPORT' && !right && (
          <span className="block text-[12px] text-bad">taken for {point.predicted?.name}</span>
        )}
      </span>
    </>
  );
}
