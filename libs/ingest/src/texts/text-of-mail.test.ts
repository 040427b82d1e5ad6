import { expect, test } from 'vitest';
import { storedZip } from '../inspect/fixtures/stored-zip.js';
import { importBytes } from '../tables/fixtures/import-bytes.js';
import { plainText } from './plain-text.js';
import { textOfMail } from './text-of-mail.js';

const mail = (body: string, headers = '') =>
  Buffer.from(`From: a@b.c\r\nSubject: Refund\r\n${headers}\r\n${body}`);

test('a mail is its subject and its plain text, decoded', async () => {
  const printed =
    'Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n';
  expect(await textOfMail(mail('Gr=F6=DFe =\r\n3', printed))).toBe('Refund\nGröße 3');
  const coded = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n';
  expect(await textOfMail(mail(Buffer.from('größer').toString('base64'), coded))).toBe('Refund\ngrößer');
});

test('of plain text and HTML the plain text counts, and attachments do not', async () => {
  const parts = [
    'Content-Type: text/html\r\n\r\n<p>web</p>',
    'Content-Type: text/plain\r\n\r\nplain',
    'Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nbytes',
  ];
  const body = `${parts.map((part) => `--x\r\n${part}\r\n`).join('')}--x--\r\n`;
  expect(await textOfMail(mail(body, 'Content-Type: multipart/alternative; boundary=x\r\n'))).toBe(
    'Refund\nplain',
  );
});

test('HTML alone is read without its tags', async () => {
  const html = '<style>p {}</style><p>Money&nbsp;&amp; <b>time</b></p><!-- x --><p>back&#33;</p>';
  expect(await textOfMail(mail(html, 'Content-Type: text/html\r\n'))).toBe('Refund\nMoney & time\nback!');
});

test('a sign that opens no tag stays, and an open tag ends the text', () => {
  expect(plainText('1 < 2 <br>3 <b')).toBe('1 < 2\n3');
  expect(plainText('<script>'.repeat(100_000))).toBe('');
});

test('mails in class folders are examples', async () => {
  const files = ['refund/1', 'refund/2', 'parcel/1', 'parcel/2'];
  const zip = storedZip(files.map((name) => ({ name: `${name}.eml`, data: mail(`Text of ${name}`) })));
  const { manifest } = (await importBytes('a.zip', zip)).pack;
  expect(manifest).toMatchObject({ modality: 'TEXT', count: 4 });
  expect(manifest.classes.map(({ name }) => name)).toEqual(['parcel', 'refund']);
});

test.each([
  ['a.eml', 'From: a\n\nhi', /a single mail. Put mails into a folder for each class/],
  [
    'a.mbox',
    'From a@b.c Mon Jan  1 10:00:00 2024\nFrom: a\n\nhi\n',
    /mailbox.*Save its mails as \.eml files/,
  ],
])('%s says what to do', async (name, bytes, message) => {
  await expect(importBytes(name, bytes)).rejects.toMatchObject({ code: 'DATA_FORMAT', message });
});
