/** What is said of a setting that cannot be used, after its name. */
export const must = (be: string) => ({ error: `must be ${be}` });
