import type { Arranged } from '../layout/arranged.js';
import { fullName } from '../pack/classes.js';

const MOST = 2;

/** Whether the pictures of an archive are so few that they lie beside something else, such as a plot beside a table: one or two without two classes. */
export const areStray = ({ files }: Pick<Arranged, 'files'>, pictures: number): boolean =>
  pictures <= MOST && new Set(files.map(fullName)).size < 2;
