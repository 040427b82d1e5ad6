import XLSX from '@e965/xlsx';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { importBytes } from '../../tables/fixtures/import-bytes.js';

type Rows = (string | number)[][];
const rows = (count: number, from = 0): Rows =>
  Array.from({ length: count }, (_, i) => [from + i, i % 3, i % 2 ? 'x' : 'y']);
const header = ['size', 'kind', 'label'];

function workbook(
  sheets: Readonly<Record<string, Rows>>,
  change: (book: XLSX.WorkBook) => void = () => undefined,
) {
  const book = XLSX.utils.book_new();
  for (const [name, content] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(content), name);
  change(book);
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}
const manifestOf = async (bytes: Buffer) => (await importBytes('book.xlsx', bytes)).pack.manifest;

test('a hidden sheet does not win over a visible one', async () => {
  const lookup: Rows = [['code', 'land'], ...Array.from({ length: 50 }, (_, i) => [i, i % 2 ? 'a' : 'b'])];
  const book = workbook({ Customers: [header, ...rows(12)], _calc: lookup }, (own) => {
    own.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  });
  const { count, warnings } = await manifestOf(book);
  expect(count).toBe(12);
  expect(warnings.join(' ')).toContain(
    'The rows are those of the sheet "Customers"; other sheets were left out: _calc (hidden).',
  );
});

test('cells that are merged downwards have the value of the first', async () => {
  const content: Rows = [
    ['label', 'size'],
    ...Array.from({ length: 12 }, (_, i): Rows[number] => [i === 0 ? 'north' : i === 6 ? 'south' : '', i]),
  ];
  const book = workbook({ Shops: content }, (own) => {
    own.Sheets.Shops!['!merges'] = [
      { s: { r: 1, c: 0 }, e: { r: 6, c: 0 } },
      { s: { r: 7, c: 0 }, e: { r: 12, c: 0 } },
    ];
  });
  const { classes, warnings } = await manifestOf(book);
  expect(classes.map(({ name, count }) => [name, count])).toEqual([
    ['north', 6],
    ['south', 6],
  ]);
  expect(warnings).toContain('2 merged areas of cells were filled with their value.');
});

test('a cell far to the right does not make the table as wide', async () => {
  const book = workbook({ Data: [header, ...rows(12)] }, (own) => {
    const sheet = own.Sheets.Data!;
    sheet.XFD3 = { t: 's', v: 'lost' };
    sheet['!ref'] = 'A1:XFD13';
  });
  const { count, columns, warnings } = await manifestOf(book);
  expect([count, columns?.length]).toEqual([12, 2]);
  expect(warnings).toContain('1 cell far to the right of the table was left out.');
});

test('sheets with the same columns are put below each other, and sheets called as parts are parts', async () => {
  const years = await manifestOf(
    workbook({ '2023': [header, ...rows(8)], '2024': [header, ...rows(6, 20)] }),
  );
  expect(years.count).toBe(14);
  expect(years.warnings.join(' ')).toContain(
    '2 sheets with the same columns were put below each other: 2023, 2024',
  );
  const parts = await manifestOf(workbook({ Train: [header, ...rows(8)], Test: [header, ...rows(6, 20)] }));
  expect(parts.splits[0]!.parts).toEqual(['train', 'test']);
});

test('the sheet that is chosen is read, and one that is not there is refused', async () => {
  const book = workbook({ Large: [header, ...rows(20)], Small: [['size', 'label'], ...rows(8)] });
  const small = await importBytes('book.xlsx', book, { sheet: 'Small' });
  expect(small.pack.manifest.count).toBe(8);
  await expect(importBytes('book.xlsx', book, { sheet: 'Lost' })).rejects.toMatchObject({
    code: 'BAD_INPUT',
    message: 'The workbook has no sheet "Lost" with rows. Its sheets are: Large, Small.',
  });
});

test('a workbook without rows holds no examples', async () => {
  await expect(importBytes('empty.xlsx', workbook({ Empty: [] }))).rejects.toMatchObject({
    code: 'DATA_EMPTY',
  });
});

test('merged areas that lie over each other without end do not hold up the reading', async () => {
  const book = workbook({ Data: [header, ...rows(12)] }, (own) => {
    own.Sheets.Data!['!merges'] = Array.from({ length: 5000 }, () => ({
      s: { r: 1, c: 0 },
      e: { r: 900_000, c: 0 },
    }));
  });
  expect((await manifestOf(book)).count).toBeGreaterThan(11);
});

test('a workbook of OpenDocument without styles is read', async () => {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet([header, ...rows(12)]), 'Data');
  const files = XLSX.CFB.read(XLSX.write(book, { type: 'buffer', bookType: 'ods' }), { type: 'buffer' });
  XLSX.CFB.utils.cfb_del(files, '/styles.xml');
  const bytes = Buffer.from(XLSX.CFB.write(files, { type: 'buffer', fileType: 'zip' }));
  expect((await importBytes('a.ods', bytes)).pack.manifest.count).toBe(12);
});

test('sheets of texts alone are a class each', async () => {
  const texts = (word: string): Rows => [['text'], ...Array.from({ length: 5 }, (_, i) => [`${word} ${i}`])];
  const { classes, warnings } = await manifestOf(
    workbook({ refund: texts('money'), login: texts('password') }),
  );
  expect(classes.map(({ name, count }) => [name, count])).toEqual([
    ['login', 5],
    ['refund', 5],
  ]);
  expect(warnings).toContain(
    'The rows of 2 sheets with the same columns were put below each other, each sheet a class: refund, login.',
  );
});

test('sheets of numbers alone are a class each', async () => {
  const sizes = (from: number): Rows => [
    ['size', 'weight'],
    ...Array.from({ length: 5 }, (_, i) => [from + i, from + 0.5 * i]),
  ];
  const { classes, columns } = await manifestOf(workbook({ Apples: sizes(5), Pears: sizes(50) }));
  expect(classes.map(({ name }) => name)).toEqual(['Apples', 'Pears']);
  expect(columns?.map(({ name }) => name)).toEqual(['size', 'weight']);
});

test('lines of a name and a value above a table of three columns are passed over', async () => {
  const table = Array.from({ length: 6 }, (_, i) => [i + 0.5, 2 * i, i % 2 ? 'x' : 'y']);
  const { count, columns } = await manifestOf(
    workbook({
      Report: [['Station', 'North'], ['Region', 'East'], [], ['size', 'weight', 'class'], ...table],
    }),
  );
  expect([count, columns?.map(({ name }) => name)]).toEqual([6, ['size', 'weight']]);
});

const opened = (rows: string): Buffer =>
  Buffer.from(
    zipSync({
      mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': Buffer.from(
        `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }),
  );

test('rows that are repeated a million times are refused before they are made', async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="4000" office:value-type="string"><text:p>x</text:p></table:table-cell>';
  const bomb = opened(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`);
  await expect(importBytes('a.ods', bomb)).rejects.toMatchObject({ code: 'DATA_TOO_LARGE' });
});

test('decimal commas of a page that is called XLS are no thousands', async () => {
  const row = (...cells: unknown[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const body = Array.from({ length: 8 }, (_, i) => row(`${i},75`, i % 2 ? 'x' : 'y')).join('');
  const { pack } = await importBytes('a.xls', `<table>${row('size', 'class')}${body}</table>`);
  expect(pack.manifest.columns).toMatchObject([{ minimum: 0.75, maximum: 7.75 }]);
});

test('a page with a table that is called XLS is read', async () => {
  const row = (...cells: unknown[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const body = Array.from({ length: 8 }, (_, i) => row(i + 0.5, i % 2 ? 'x' : 'y')).join('');
  const page = `<html><body><table>${row('size', 'class')}${body}</table></body></html>`;
  const { pack } = await importBytes('report.xls', page);
  expect(pack.manifest).toMatchObject({ count: 8, columns: [{ name: 'size' }] });
});
