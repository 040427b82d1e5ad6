/** What the file chooser offers; the server has the last word. */
export const ACCEPTED = '.zip,.csv';
