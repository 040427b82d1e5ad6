import { drawClouds } from '../frame/clouds.js';
import type { Size } from './works.js';

/** What is fitted and what is scored: the same numbers for the same size. */
export function drawWork({ rows, columns, classes, scored }: Size) {
  const draw = drawClouds(7, { columns, classes, apart: 0.6 });
  return { fit: draw(rows), score: draw(scored) };
}
