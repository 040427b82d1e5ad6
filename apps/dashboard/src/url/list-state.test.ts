import { expect, test } from 'vitest';
import { type ListDefaults, readListState, writeListState } from './list-state';

const defaults: ListDefaults = {
  sort: 'CREATED_AT',
  descending: true,
  sorts: ['CREATED_AT', 'NAME'],
  filters: { status: ['DONE', 'FAILED'], data: null },
  columns: ['name', 'status'],
};

test('an address without a query is the default', () => {
  const state = readListState(new URLSearchParams(), defaults);
  expect(state).toEqual({
    search: '',
    sort: 'CREATED_AT',
    descending: true,
    filters: { status: [], data: [] },
    columns: ['name', 'status'],
  });
  expect(writeListState(state, defaults).toString()).toBe('');
});

test('what is written is read again', () => {
  const state = {
    search: 'a & b = c',
    sort: 'NAME',
    descending: false,
    filters: { status: ['DONE', 'FAILED'], data: [] },
    columns: ['name'],
  };
  const params = writeListState(state, defaults);
  expect(params.toString()).toBe('q=a+%26+b+%3D+c&sort=NAME&status=DONE.FAILED&columns=name');
  expect(readListState(params, defaults)).toEqual(state);
});

test('descending by another field has a minus', () => {
  const params = writeListState(
    { ...readListState(new URLSearchParams(), defaults), sort: 'NAME' },
    defaults,
  );
  expect(params.get('sort')).toBe('-NAME');
});

test('what the list does not know is passed over', () => {
  const state = readListState(new URLSearchParams('sort=-COLOUR&status=BOGUS.DONE&data=any'), defaults);
  expect(state).toMatchObject({ sort: 'CREATED_AT', filters: { status: ['DONE'], data: ['any'] } });
});
