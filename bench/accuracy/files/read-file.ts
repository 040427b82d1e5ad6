import path from 'node:path';
import { labelsOf, partsOf, rawExamples } from '@kshot/domain';
import { type ClassRows, classRows, type RawExamples } from '@kshot/fewshot';
import { importFile } from '@kshot/ingest';

/** A data set with its examples in two parts, which may be the same. */
export interface DataFile {
  readonly data: string;
  readonly split: string;
  readonly raw: RawExamples;
  readonly labels: Int32Array;
  readonly classes: readonly string[];
  /** [n] what each example is called in the file. */
  readonly files: readonly string[];
  readonly support: readonly ClassRows[];
  readonly query: readonly ClassRows[];
  /** Rows of the part that is scored. */
  readonly test: Int32Array;
}

/**
 * A ZIP of class folders or a CSV as the product reads it. Where the file names a training and a test part, support examples
 * come from the first and queries from the second; else both come from everything.
 */
export async function readFile(file: string): Promise<DataFile> {
  const fileName = path.basename(file);
  const { pack, names: files } = await importFile(file, { fileName, testShare: 0, seed: 1 }, () => {});
  const labels = labelsOf(pack);
  const names = pack.manifest.classes.map(({ name }) => name);
  const given = pack.manifest.splits.find(
    ({ name, parts }) => name === 'given' && parts.includes('train') && parts.includes('test'),
  );
  const all = Int32Array.from(labels.keys());
  const { train = all, test = all } = given ? partsOf(pack, given.name) : {};
  const groups = pack.manifest.classes.map(({ group }) => group ?? undefined);
  const every = classRows(labels, names, groups);
  const classes = (rows: Int32Array) => {
    const own = new Set(rows);
    return every.map((c) => ({ ...c, rows: c.rows.filter((row) => own.has(row)) }));
  };
  return {
    data: fileName.replace(/\.\w+$/, ''),
    split: given ? 'train to test' : 'all classes, support and queries apart',
    raw: rawExamples(pack),
    labels,
    classes: names,
    files,
    support: classes(train),
    query: classes(test),
    test,
  };
}
