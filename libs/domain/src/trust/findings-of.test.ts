import type { Duplicate, Suspicion } from '@kshot/fewshot';
import { expect, test } from 'vitest';
import { findingsOf } from './findings-of.js';

const suspicion = (row: number, given: number, suggested: number, confidence: number): Suspicion => ({
  row,
  given,
  suggested,
  confidence,
  probability: 1 - confidence,
  margin: Math.log(confidence / (1 - confidence)),
  probable: confidence < 0.5,
});
const exact = (row: number, other: number): Duplicate => ({ row, other, similarity: 1, exact: true });
const near = (row: number, other: number): Duplicate => ({ row, other, similarity: 0.99, exact: false });

test('of two copies with two labels the less probable one is suggested the label of the other, and nothing back', () => {
  const suspicions = [suspicion(1, 0, 1, 0.3), suspicion(0, 1, 0, 0.7)];
  const findings = findingsOf(
    suspicions,
    { pairs: [near(1, 0)], groups: Int32Array.of(0, 0) },
    Int32Array.of(1, 0),
  );
  expect(findings).toEqual([
    {
      kind: 'CONFLICTING_COPY',
      exampleIndex: 1,
      otherIndex: 0,
      suggestedClass: 1,
      confidence: null,
      probability: null,
      similarity: 0.99,
    },
  ]);
});

test('crossed suggestions come to one label, whichever copy is first', () => {
  // Each looks like the other's label; 0.4 for label 0 is more than 0.2 for label 1.
  const suspicions = [suspicion(0, 1, 0, 0.2), suspicion(1, 0, 1, 0.4)];
  const findings = findingsOf(
    suspicions,
    { pairs: [exact(1, 0)], groups: Int32Array.of(0, 0) },
    Int32Array.of(1, 0),
  );
  expect(findings).toMatchObject([{ exampleIndex: 0, otherIndex: 1, suggestedClass: 0, similarity: 1 }]);
});

test('a set of copies is named after the one that is kept, and what is alike by others only has no similarity', () => {
  // 0, 1 and 2 are the same content, 3 is nearly that, and 4 is nearly 3. Label 1 is surest, first given to 1.
  const labels = Int32Array.of(0, 1, 1, 0, 2, 2);
  const confidences = [0.1, 0.8, 0.8, 0.2, 0.1, 0.9];
  const suspicions = confidences.map((confidence, row) => suspicion(row, labels[row]!, 1, confidence));
  const pairs = [exact(1, 0), exact(2, 0), near(3, 0), near(4, 3)];
  const findings = findingsOf(suspicions, { pairs, groups: Int32Array.of(0, 0, 0, 0, 0, 5) }, labels);
  expect(
    findings.map(({ kind, exampleIndex, otherIndex, suggestedClass, similarity }) => [
      kind,
      exampleIndex,
      otherIndex,
      suggestedClass,
      similarity,
    ]),
  ).toEqual([
    ['CONFLICTING_COPY', 0, 1, 1, 1],
    ['CONFLICTING_COPY', 3, 1, 1, 0.99],
    ['CONFLICTING_COPY', 4, 1, 1, null],
    ['COPY', 2, 1, null, 1],
  ]);
});

test('labels that are probably wrong are suggested where no copy says otherwise', () => {
  const none = { pairs: [], groups: Int32Array.of(0, 1) };
  expect(
    findingsOf([suspicion(1, 0, 2, 0.1), suspicion(0, 0, 2, 0.9)], none, Int32Array.of(0, 0)),
  ).toMatchObject([{ kind: 'WRONG_LABEL', exampleIndex: 1, suggestedClass: 2, confidence: 0.1 }]);
});
