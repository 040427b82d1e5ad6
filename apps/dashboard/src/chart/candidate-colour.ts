import { DASHES, type RunColour } from './run-colour';

/** The colour of a candidate by its place in its study: the first eight all differ. */
export const candidateColour = (position: number): RunColour => ({
  colour: `--c${position % 8}`,
  dash: DASHES[Math.floor(position / 8) % DASHES.length],
});
