import { DomainError } from '@kshot/domain';
import type { ArchiveEntry } from '../../archives/archive.js';
import { DamagedEntry } from '../../archives/damaged-entry.js';
import { chooseLabel } from '../../columns/choose-label.js';
import { partNames, plainName } from '../../columns/known-names.js';
import { type Profile, profileColumn } from '../../columns/profile-column.js';
import { isUnlabelled } from '../../columns/unlabelled.js';
import type { GivenClass, GivenClasses } from '../../layout/arrange-by-table.js';
import type { Arranged } from '../../layout/arranged.js';
import { partOf } from '../../layout/part-of.js';
import { cleanName } from '../../names/clean-name.js';
import type { Reason } from '../../names/left-out.js';
import { readArchivedTable, tableEntries } from '../../tables/archived-table.js';
import type { Table } from '../../tables/table.js';
import { withListedPaths } from './listed-paths.js';
import { type ManifestRow, namesWithoutPicture, severalLabels } from './manifest-findings.js';
import { withoutMarkedColumns } from './marked-columns.js';
import { type PictureFinder, pictureFinder } from './picture-finder.js';

const MOST_TABLES = 8;
/** Bytes of a list of pictures with their classes. */
const MOST_LIST = 2 ** 24;

const notManifest: Reason = {
  one: 'table does not name classes of pictures',
  many: 'tables do not name classes of pictures',
  advice: 'To read classes from a table, give it a column of file names and a column of classes.',
};

/** A table whose cells name pictures. */
interface Manifest {
  readonly entry: ArchiveEntry;
  /** The column with the classes, as names are compared; undefined where there is none. */
  readonly label: string | undefined;
  /** Whether it names at least two classes. */
  readonly varied: boolean;
  /** What each row says about a picture; null where it gives no class. */
  readonly rows: readonly ManifestRow[];
  /** Cells of its column of files that name no picture, or that fit several. */
  readonly unfound: readonly string[];
}

/**
 * Classes of pictures by a table beside them: one column names files, another one the class. Of several, the one that names
 * most pictures; further ones add to it where their class column is called the same (train.csv, val.csv). Others that name
 * pictures are left out and reported: submissions, lists of what to predict. Undefined where no table names pictures.
 */
export async function findManifest(
  pictures: readonly ArchiveEntry[],
  others: readonly ArchiveEntry[],
  leftOut: Arranged['leftOut'],
): Promise<GivenClasses | undefined> {
  const found: Manifest[] = [];
  const finderFor = pictureFinder(pictures);
  const lists = others.filter(
    ({ name, bytes }) => /\.(txt|lst)$/i.test(name) && bytes > 0 && bytes <= MOST_LIST,
  );
  for (const entry of [...tableEntries(others), ...lists].slice(0, MOST_TABLES)) {
    // "images/1.jpg cat" on each line has no names above it.
    const options = lists.includes(entry) ? { header: false } : {};
    const table = await readArchivedTable(entry, () => undefined, options).catch((error: unknown) => {
      if (error instanceof DomainError && !(error instanceof DamagedEntry)) return undefined;
      throw error;
    });
    const manifest = table && manifestOf(entry, withListedPaths(table), finderFor(entry.path));
    if (manifest) found.push(manifest);
  }
  if (found.length === 0) return undefined;
  const used = bestOf(found);
  const passed = found.filter((one) => !used.includes(one));
  for (const { entry } of passed) leftOut.add(notManifest, entry.path);
  const rows = used.flatMap((one) => one.rows);
  const classes = new Map<string, GivenClass | null>();
  for (const { path, given } of rows) if (!classes.get(path)) classes.set(path, given);
  for (const { path } of passed.flatMap(({ rows }) => rows)) if (!classes.has(path)) classes.set(path, null);
  const entriesOf = (list: readonly Manifest[]) => list.map(({ entry }) => entry);
  return {
    tables: entriesOf(used),
    passedOver: entriesOf(passed),
    classOf: (path) => classes.get(path),
    notes: [...namesWithoutPicture(used.flatMap(({ unfound }) => unfound)), ...severalLabels(rows)],
  };
}

/** The tables that say most about classes: those with several classes before those with one each (cat.csv, dog.csv). */
function bestOf(found: readonly Manifest[]): readonly Manifest[] {
  const labelled = found.filter(({ label }) => label !== undefined);
  const varied = labelled.filter((one) => one.varied);
  const usable = varied.length > 0 ? varied : labelled;
  const [best] = usable.toSorted((a, b) => b.rows.length - a.rows.length);
  return usable.filter(({ label }) => label === best?.label);
}

/** A table of which a column names a picture in at least half of its cells. */
function manifestOf(entry: ArchiveEntry, table: Table, find: PictureFinder): Manifest | undefined {
  const paths = table.columns.map((cells) => Array.from(cells, find));
  const hits = paths.map((list) => list.filter((path) => path !== null).length);
  const most = Math.max(...hits);
  if (most < 2 || 2 * most < table.rows) return undefined;
  const files = hits.indexOf(most);
  const rest = withoutMarkedColumns({
    ...table,
    names: table.names.filter((_, i) => i !== files),
    columns: table.columns.filter((_, i) => i !== files),
  });
  const chosen = isSubmission(entry) ? undefined : labelIn(rest);
  const label = chosen && rest.columns[chosen.index];
  const parts = rest.columns[rest.names.findIndex((name) => partNames.includes(plainName(name)))];
  const givenIn = (row: number): GivenClass | null => {
    const className = label ? cleanName(label.at(row)) : '';
    const part = parts ? partOf(parts.at(row)) : null;
    return isUnlabelled(className) || part === 'unlabelled' ? null : { className, part };
  };
  return {
    entry,
    label: chosen && plainName(rest.names[chosen.index] as string),
    varied: chosen?.varied ?? false,
    rows: paths[files]!.flatMap((path, row) => (path === null ? [] : [{ path, given: givenIn(row) }])),
    unfound: paths[files]!.flatMap((path, row) => {
      const cell = path === null ? cleanName(table.columns[files]!.at(row)) : '';
      return cell === '' ? [] : [cell];
    }),
  };
}

const isSubmission = ({ name }: ArchiveEntry): boolean => /submission/i.test(name);

/** The column with the classes: one of several values, or one that is called as such. */
function labelIn(table: Table): { readonly index: number; readonly varied: boolean } | undefined {
  if (table.names.length === 0) return undefined;
  const profiles = table.columns.map((cells) => profileColumn(cells, false));
  try {
    const { index, found } = chooseLabel(table, profiles, { fileName: 'x', testShare: 0, seed: 0 });
    const varied = (profiles[index] as Profile).distinct > 1;
    return varied || found === 'BY_NAME' ? { index, varied } : undefined;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
