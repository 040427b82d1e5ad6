/** The page of a served model that may be shared; production goes without saying. */
export const sharePath = ({ name, alias }: { name: string; alias: string }): string =>
  `/m/${alias === 'production' ? name : `${name}@${alias}`}`;

/** Pages that are open to people who have not signed in; what they ask, the API checks. */
export const isSharePath = (pathname: string): boolean => /^\/m\/[^/]+$/.test(pathname);
