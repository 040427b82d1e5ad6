import { TAR } from './dropped/tar-of-files';

/** What a file is called on the page: what was dropped is not shown as the archive that it is sent as. */
export const shownName = ({ name, type }: Pick<File, 'name' | 'type'>): string =>
  type === TAR ? name.replace(/\.tar$/, '') : name;
