import { isTablePage } from './excel/table-page.js';
import { startsWith } from './signature.js';

/** A format that is not read, with the way out. */
export interface UnreadKind {
  readonly name: string;
  readonly matches: (head: Buffer, fileName: string) => boolean;
  readonly instead: string;
}

const named =
  (...extensions: string[]) =>
  (_: Buffer, fileName: string) =>
    extensions.some((extension) => fileName.toLowerCase().endsWith(`.${extension}`));
const repack = 'Unpack it and pack its folders as a ZIP.';

const mails =
  'Save its mails as .eml files, put them into a folder for each class, and pack the folders as a ZIP.';

/** Documents that are ZIP archives inside, known by their names. */
export const zippedDocuments: readonly { readonly name: string; readonly extensions: readonly string[] }[] = [
  { name: 'a Word or text document', extensions: ['docx', 'odt', 'pages', 'epub'] },
  { name: 'a presentation', extensions: ['pptx', 'odp', 'key'] },
  { name: 'a Numbers spreadsheet', extensions: ['numbers'] },
  { name: 'a program', extensions: ['jar', 'apk', 'ipa', 'whl'] },
];

export const unreadKinds: readonly UnreadKind[] = [
  { name: 'a RAR archive', matches: startsWith('Rar!\x1a\x07'), instead: repack },
  { name: 'a 7-Zip archive', matches: startsWith([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), instead: repack },
  { name: 'a bzip2 archive', matches: startsWith('BZh'), instead: repack },
  { name: 'an XZ archive', matches: startsWith([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), instead: repack },
  { name: 'a Zstandard archive', matches: startsWith([0x28, 0xb5, 0x2f, 0xfd]), instead: repack },
  {
    name: 'a PDF',
    matches: startsWith('%PDF'),
    instead: 'Copy its table into a spreadsheet and save that as CSV.',
  },
  {
    name: 'an HDF5 or MATLAB 7.3 file',
    matches: startsWith([0x89, 0x48, 0x44, 0x46]),
    instead:
      'Save its arrays as CSV or Parquet, or its pictures in a folder for each class. A Keras model goes to the models.',
  },
  { name: 'a MATLAB file', matches: startsWith('MATLAB 5.0'), instead: 'Save its table as CSV.' },
  {
    name: 'a NumPy array',
    matches: startsWith('\x93NUMPY'),
    instead: 'Save it as CSV or Parquet with a column of labels.',
  },
  {
    name: 'an IDX file, as MNIST has them',
    matches: (head) => head.length > 8 && /^0000(08|0d)0[1-4]$/.test(head.subarray(0, 4).toString('hex')),
    instead:
      'Save its pictures in a folder for each class, or as CSV with a column of labels and one for each pixel.',
  },
  { name: 'a SQLite database', matches: startsWith('SQLite format 3\0'), instead: 'Export a table as CSV.' },
  { name: 'a Feather or Arrow file', matches: startsWith('ARROW1'), instead: 'Save it as Parquet or CSV.' },
  { name: 'a Feather file', matches: startsWith('FEA1'), instead: 'Save it as Parquet or CSV.' },
  {
    name: 'in the format of LIBSVM (SVMlight)',
    matches: (head) => /^[+-]?\d+(\.\d+)?( \d+:[-+.\de]+){2}/i.test(head.toString('latin1')),
    instead: 'Save it as CSV with a column for each feature and one for the label.',
  },
  { name: 'an SPSS file', matches: startsWith('$FL2'), instead: 'Save it as CSV.' },
  { name: 'an RData file', matches: startsWith('RDX'), instead: 'Save it as CSV.' },
  { name: 'an Avro file', matches: startsWith('Obj\x01'), instead: 'Save it as Parquet or CSV.' },
  { name: 'an ORC file', matches: startsWith('ORC'), instead: 'Save it as Parquet or CSV.' },
  {
    name: 'a TFRecord file',
    matches: named('tfrecord', 'tfrecords'),
    instead: 'Save its examples as pictures in a folder for each class, or as CSV.',
  },
  {
    name: 'a video',
    matches: (head) =>
      startsWith('ftyp', 4)(head) ||
      startsWith([0x1a, 0x45, 0xdf, 0xa3])(head) ||
      startsWith('AVI ', 8)(head),
    instead: 'Save single frames as pictures.',
  },
  {
    name: 'a sound',
    matches: (head) =>
      startsWith('ID3')(head) ||
      startsWith('fLaC')(head) ||
      startsWith('OggS')(head) ||
      startsWith('WAVE', 8)(head),
    instead: 'Kshot learns from pictures, texts and tables.',
  },
  {
    name: 'a Python pickle',
    matches: (head, name) => named('pkl', 'pickle')(head, name) && head[0] === 0x80,
    instead: 'A pickle can run code when it is read. Save the data as CSV or Parquet.',
  },
  {
    name: 'a program',
    matches: (head) => startsWith('\x7fELF')(head) || startsWith('MZ')(head),
    instead: 'Kshot learns from pictures, texts and tables.',
  },
  { name: 'an RTF document', matches: startsWith('{\\rtf'), instead: 'Save it as plain text or CSV.' },
  {
    name: 'a mailbox (mbox)',
    matches: (head, name) => named('mbox')(head, name) || /^From \S+ .*\d{4}\s/.test(head.toString('latin1')),
    instead: mails,
  },
  {
    name: 'an Outlook file',
    matches: (head, name) => startsWith('!BDN')(head) || (named('msg')(head, name) && head[0] === 0xd0),
    instead: mails,
  },
  {
    name: 'an XML file',
    matches: (head, name) =>
      named('xml', 'tmx', 'rss')(head, name) && /^\ufeff?\s*<[?!\w]/.test(head.toString('utf8')),
    instead: 'Save its records as CSV, JSON or a spreadsheet, with a column for the class.',
  },
  {
    name: 'a web page',
    matches: (head, name) =>
      !isTablePage(head, name) && /^\s*(<!doctype html|<html)/i.test(head.toString('latin1')),
    instead: 'A download may have failed: this is often a page that says so. Download the file itself.',
  },
];
