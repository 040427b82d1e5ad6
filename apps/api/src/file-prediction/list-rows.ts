import { DomainError, type PredictedRow as StoredRow } from '@kshot/domain';
import {
  assertRange,
  type Blobs,
  foreignCursor,
  type PredictionIndex,
  readPredictedRows,
  readPredictionIndex,
} from '@kshot/store';
import { keptLast } from '../kept-last.js';
import type { Page } from '../schema/connection.js';
import type { PageArgs } from '../schema/page-args.js';
import type { PredictedRowFilter, RowOrder } from './file-prediction.input.js';
import { type FilePrediction, type PredictedRow, presentRow } from './file-prediction.type.js';

/** Indices that are kept in memory; the one not used for longest goes first. */
const MOST_INDICES = 8;
const indices = keptLast<Promise<PredictionIndex>>(MOST_INDICES);

/** A page of the rows of a prediction, filtered and ordered by its index; only the rows of the page are read. */
export async function listRows(
  blobs: Blobs,
  { resultHash, indexHash, classes }: FilePrediction,
  { first, after }: PageArgs,
  filter: PredictedRowFilter,
  order: RowOrder,
): Promise<Page<PredictedRow>> {
  assertRange({ first });
  const list = `${resultHash}:${order}:`;
  const from = after ? placeOf(list, after) + 1 : 0;
  if (!resultHash || !indexHash) return pageOf(list, [], 0, from, first);
  const index = await indexOf(blobs, indexHash);
  const rows = ordered(index, matching(index, filter, classes), order);
  const starts = startsOf(index);
  const ranges = Array.from(rows.subarray(from, from + first), (row) => ({
    at: starts[row]!,
    bytes: index.bytes[row]!,
  }));
  return pageOf(list, await readPredictedRows(blobs, resultHash, ranges), rows.length, from, first);
}

/** One row by its number in the file, from 1. Throws NOT_FOUND. */
export async function readRow(
  blobs: Blobs,
  { resultHash, indexHash, name }: FilePrediction,
  number: number,
): Promise<StoredRow> {
  if (resultHash && indexHash) {
    const index = await indexOf(blobs, indexHash);
    const bytes = index.bytes[number - 1];
    if (bytes !== undefined) {
      const [row] = await readPredictedRows(blobs, resultHash, [{ at: startsOf(index)[number - 1]!, bytes }]);
      return row!;
    }
  }
  throw new DomainError('NOT_FOUND', `The prediction of ${name} has no row ${number}.`);
}

const indexOf = (blobs: Blobs, hash: string): Promise<PredictionIndex> =>
  indices(hash, () => readPredictionIndex(blobs, hash));

function pageOf(
  list: string,
  rows: Awaited<ReturnType<typeof readPredictedRows>>,
  totalCount: number,
  from: number,
  first: number,
): Page<PredictedRow> {
  const edges = rows.map((row, i) => ({ cursor: cursorOf(list, from + i), node: presentRow(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount,
    pageInfo: {
      hasNextPage: from + first < totalCount,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function startsOf({ bytes }: PredictionIndex): Float64Array {
  const starts = new Float64Array(bytes.length);
  for (let row = 1; row < bytes.length; row++) starts[row] = starts[row - 1]! + bytes[row - 1]!;
  return starts;
}

function matching(
  { classes, labels, probabilities, none }: PredictionIndex,
  filter: PredictedRowFilter,
  names: readonly string[],
): Int32Array {
  const { maxProbability, mistaken, unread, noneOfThese } = filter;
  const wanted = filter.class ?? null;
  const k = wanted === null ? -1 : names.indexOf(wanted);
  if (wanted !== null && k < 0)
    throw new DomainError('NOT_FOUND', `The model has no class "${wanted}". Take one of its classes.`);
  return Int32Array.from(classes.keys()).filter(
    (row) =>
      (k < 0 || classes[row] === k) &&
      ((unread ?? null) === null || classes[row]! < 0 === unread) &&
      ((noneOfThese ?? null) === null ||
        (classes[row]! >= 0 && ((none?.[row] ?? 0) === 1) === noneOfThese)) &&
      ((maxProbability ?? null) === null || (classes[row]! >= 0 && probabilities[row]! <= maxProbability!)) &&
      ((mistaken ?? null) === null ||
        (classes[row]! >= 0 && labels[row] !== -1 && (labels[row] !== classes[row]) === mistaken)),
  );
}

function ordered({ classes, probabilities }: PredictionIndex, rows: Int32Array, order: RowOrder): Int32Array {
  if (order === 'ROW') return rows;
  const sign = order === 'LEAST_SURE' ? 1 : -1;
  const key = (row: number) => (classes[row]! < 0 ? 2 : sign * probabilities[row]!);
  return rows.sort((a, b) => key(a) - key(b) || a - b);
}

const cursorOf = (list: string, place: number): string =>
  Buffer.from(`${list}${place}`).toString('base64url');

function placeOf(list: string, cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  const place = text.slice(list.length);
  if (!text.startsWith(list) || !/^\d{1,9}$/.test(place)) throw foreignCursor();
  return Number(place);
}
