import { expect, test } from 'vitest';
import type { ColumnRole } from '@/generated/graphql';
import { usesOf } from './uses-of';

const column = (role: ColumnRole, leftOut = false) => ({
  name: role,
  role,
  leftOut,
  missing: 0,
  distinct: 9,
  samples: [],
});

test('texts beside columns that are left out can also be a table', () => {
  const columns = [column('LABEL'), column('TEXT'), column('IGNORED', true), column('ID', true)];
  expect(usesOf({ modality: 'TEXT', columns })).toEqual({ others: 1 });
});

test('texts alone are texts', () => {
  expect(usesOf({ modality: 'TEXT', columns: [column('LABEL'), column('TEXT')] })).toBeNull();
});

test('a table with texts can also be texts', () => {
  const columns = [column('LABEL'), column('TEXT'), column('NUMBER')];
  expect(usesOf({ modality: 'TABLE', columns })).toEqual({ others: 1 });
});

test('a table without texts is a table', () => {
  expect(usesOf({ modality: 'TABLE', columns: [column('LABEL'), column('NUMBER')] })).toBeNull();
});
