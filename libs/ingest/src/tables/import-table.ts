import type { ImportRequest } from '@kshot/domain';
import { findClassColumn } from '../columns/class/find-class-column.js';
import { planTable } from '../columns/plan-table.js';
import { planWarnings } from '../columns/plan-warnings.js';
import type { ImportResult, Report } from '../import-file.js';
import type { Part } from '../layout/part-of.js';
import { cleanName } from '../names/clean-name.js';
import { buildPack, type ReadExamples } from '../pack/build-pack.js';
import { assertTwo } from '../pack/classes.js';
import { describeColumns } from '../pack/describe-columns.js';
import { sameWords } from '../texts/near-texts.js';
import type { Content } from '../texts/pack-texts.js';
import type { Table } from './table.js';
import { tableContent } from './table-content.js';
import { textContent, textOf } from './text-content.js';
import { unlabelledRows, usableRows } from './usable-rows.js';

/** A table as a pack of texts where it has a text column and of rows otherwise. */
export function importTable(read: Table, given: ImportRequest, report: Report): ImportResult {
  const { table, request } = findClassColumn(read, given);
  const plan = planTable(table, request);
  report(0.9);
  const { rows: labelled, unlabelled, classNames, parts, leftOut } = usableRows(table, plan);
  const warnings = [
    ...table.notes,
    ...planWarnings(table, plan),
    ...leftOut.sentences(),
    ...unlabelledRows(unlabelled, plan),
  ];
  assertTwo([...new Set(classNames)], warnings, request);
  const rows = Int32Array.from([...labelled, ...unlabelled]);
  const content = plan.modality === 'TEXT' ? textContent(table, plan, rows) : tableContent(table, plan, rows);
  const names =
    plan.modality === 'TEXT'
      ? Array.from(rows, (row) => nameOfText(textOf(table, plan, row)))
      : Array.from(rows, (row) => `row ${row + 1}`);
  const pack = buildPack(
    {
      names,
      places: placesOf(classNames, parts),
      keys: content.keys,
      ...(plan.modality === 'TEXT' ? { near: sameWords(content.arrays) } : {}),
      manifest: { ...content.manifest, ...columnsOf(content, labelled.length) },
      arrays: content.arrays,
      warnings: [...warnings, ...content.warnings],
    },
    request,
  );
  return { pack, names, keys: content.keys };
}

/** A million rows share a few places. */
function placesOf(classNames: readonly string[], parts: readonly (Part | null)[]): ReadExamples['places'] {
  const places = new Map<string, ReadExamples['places'][number]>();
  return classNames.map((className, i) => {
    const part = parts[i] as Part | null;
    const key = `${part} ${className}`;
    const place = places.get(key) ?? { className, group: null, part };
    places.set(key, place);
    return place;
  });
}

/** Figures of columns are those of the labelled rows. */
const columnsOf = ({ manifest, arrays }: Content, count: number) =>
  manifest.columns && {
    columns: describeColumns(manifest.columns, arrays, count),
  };

const nameOfText = (text: string): string => cleanName(text.slice(0, 200)) || 'text';
