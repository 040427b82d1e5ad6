import { pathToFileURL } from 'node:url';

const data = process.env.KSHOT_DATA
  ? pathToFileURL(`${process.env.KSHOT_DATA}/`)
  : new URL('../../../../shared/data/', import.meta.url);

/** The folder of the real backbones: in KSHOT_DATA, or beside the project. */
export const backbones = new URL('backbones/', data);
