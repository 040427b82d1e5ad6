/** The folder of Kshot, from its sources, from what they are compiled to and from a bundle: all of them lie three folders deep. */
export const root = new URL('../../../', import.meta.url);
