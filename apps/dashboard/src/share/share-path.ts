import { calledBy } from '../serving/called-by';

/** The page of a served model that may be shared. */
export const sharePath = (served: { name: string; alias: string }): string => `/m/${calledBy(served)}`;

/** Pages that are open to people who have not signed in; what they ask, the API checks. */
export const isSharePath = (pathname: string): boolean => /^\/m\/[^/]+$/.test(pathname);
