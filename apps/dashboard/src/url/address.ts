/** What all addresses of this dashboard begin with, such as /kshot; built in by next.config.mjs. */
const BASE = process.env.KSHOT_BASE_PATH ?? '';

/** The address of one of our paths, for what Next does not complete itself: forms, fetch, plain links, cookies. */
export const address = (path: string): string => BASE + path;

/** Where the browser is, as a path of ours with its query. */
export const herePath = ({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string =>
  `${pathname.slice(BASE.length) || '/'}${search}`;
