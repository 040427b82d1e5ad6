/** Whether a file is a page, or a part of one, with the name of a spreadsheet, as many programs write what they call Excel. */
export const isTablePage = (head: Buffer, fileName: string): boolean =>
  /\.(xls|xlsx|xlsm)$/i.test(fileName) && isPage(head);

/** Whether a file begins as a page, or as a part of one. */
export const isPage = (head: Buffer): boolean =>
  /^\ufeff?\s*<(!doctype html|html|head|meta|body|style|div|table)\b/i.test(head.toString('utf8'));
