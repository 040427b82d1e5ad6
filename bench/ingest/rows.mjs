import { characters, photos, table } from './files.mjs';

/** What is read, and the bounds that hold on two cores. */
export const rows = [
  { work: 'characters', make: characters, seconds: 15, peer: 'folders.py', library: 'torchvision' },
  { work: 'photos', make: photos, seconds: 3, peer: 'folders.py', library: 'torchvision' },
  { work: 'table', make: table, seconds: 20, mebibytes: 1024, peer: 'table.py', library: 'pandas' },
];
/** An inspection of any of them. */
export const INSPECTION_SECONDS = 3;
