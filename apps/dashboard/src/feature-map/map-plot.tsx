'use client';
import { type KeyboardEvent, useRef, useState } from 'react';
import { ticks } from '@/chart/ticks';
import { formatShare, formatValue } from '@/format/number';
import { Axes } from '@/plot/axes';
import { extentOf, linear } from '@/plot/frame';
import { PlotFigure } from '@/plot/plot-figure';
import { ClassKey, ClassMark } from './class-mark';
import { classesOf, classOf, type FeatureMap, isWrong, pointText } from './feature-map';
import { isArrow, nextPlace } from './next-place';
import { PointNote } from './point-note';

const HEIGHT = 420;

/** Where the features lie; arrow keys walk from point to point. */
export function MapPlot({ map }: { map: FeatureMap }) {
  const { points, explained } = map;
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState(false);
  const marks = useRef<(SVGGElement | null)[]>([]);
  const classes = classesOf(map);
  const places = new Map(classes.map(({ id, place }) => [id, place]));
  const [first, second] = explained.map((share) => formatShare(share, 0));
  const hasSupport = points.some(({ role }) => role === 'SUPPORT');
  const choose = (place: number) => {
    setChosen(place);
    setShown(true);
  };
  return (
    <div>
      <PlotFigure
        title="Map of the features"
        sentence="Examples that the model sees as alike lie close together. The axes are the two directions in which the features vary most (principal components), so that classes that overlap here may still be apart in others. A ring marks a wrong answer."
        height={HEIGHT}
        interactive
        rows={() => [
          ['example', 'role', 'class', 'answer', 'x', 'y'],
          ...points.map(({ example, role, predicted, x, y }) => [
            example.index,
            role,
            example.class?.name,
            predicted?.name,
            x,
            y,
          ]),
        ]}
      >
        {(width) => {
          const [left, right, top, bottom] = [52, width - 16, 20, HEIGHT - 40];
          const [across, along] = [extentOf(points.map(({ x }) => x)), extentOf(points.map(({ y }) => y))];
          const [x, y] = [linear(across, [left, right]), linear(along, [bottom, top])];
          const at = points.map((point) => ({ x: x(point.x), y: y(point.y) }));
          const walk = (event: KeyboardEvent) => {
            if (!isArrow(event.key)) return;
            event.preventDefault();
            marks.current[nextPlace(at, chosen, event.key)]?.focus();
          };
          return (
            <>
              <Axes
                x={{
                  scale: x,
                  ticks: ticks(...across, Math.max(3, Math.floor(width / 110))),
                  format: formatValue,
                  label: `first component (${first} of the variance)`,
                }}
                y={{
                  scale: y,
                  ticks: ticks(...along, 5),
                  format: formatValue,
                  label: `second component (${second} of the variance)`,
                }}
                {...{ left, right, top, bottom }}
              />
              {points.map((point, i) => (
                // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG.
                <g
                  key={point.example.id}
                  ref={(mark) => {
                    marks.current[i] = mark;
                  }}
                  role="button"
                  tabIndex={i === chosen ? 0 : -1}
                  aria-label={pointText(point)}
                  aria-pressed={shown && i === chosen}
                  transform={`translate(${at[i]?.x} ${at[i]?.y})`}
                  className="cursor-pointer"
                  onFocus={() => choose(i)}
                  onMouseEnter={() => choose(i)}
                  onClick={() => choose(i)}
                  onKeyDown={walk}
                >
                  <circle r={9} fill="transparent" />
                  {isWrong(point) && <circle r={8} fill="none" stroke="var(--ink)" strokeWidth={1.5} />}
                  <ClassMark place={places.get(classOf(point).id) ?? 0} hollow={point.role === 'SUPPORT'} />
                </g>
              ))}
            </>
          );
        }}
      </PlotFigure>
      <ul aria-label="Legend of the map" className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-[12px]">
        {classes.map(({ id, name, place }) => (
          <li key={id} className="flex max-w-full items-center gap-1.5">
            <ClassKey place={place} />
            <span className="min-w-0 truncate" title={name}>
              {name}
            </span>
          </li>
        ))}
        {hasSupport && (
          <li className="flex items-center gap-1.5 text-muted">
            <ClassKey place={0} hollow />
            hollow: support
          </li>
        )}
      </ul>
      <PointNote point={shown ? points[chosen] : undefined} />
    </div>
  );
}
