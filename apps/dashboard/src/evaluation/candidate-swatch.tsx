import { candidateColour } from '@/chart/candidate-colour';
import { LineSwatch } from '@/chart/line-swatch';

/** The line of a candidate, as in the plots of its study. */
export const CandidateSwatch = ({ position }: { position: number }) => (
  <LineSwatch {...candidateColour(position)} />
);
