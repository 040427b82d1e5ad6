import { LineSwatch } from '@/chart/line-swatch';
import { runColour } from '@/chart/run-colour';

/** The line that stands for a run (or a model) on every page. */
export const RunSwatch = ({ id }: { id: string }) => <LineSwatch {...runColour(id)} />;
