import PostalMime from 'postal-mime';
import type { Source } from '../archives/archive.js';
import { decodeWhole } from './decode-text.js';
import { plainText } from './plain-text.js';

/** Whether a file is called as a mail. */
export const isMailName = (name: string): boolean => /\.eml$/i.test(name);

/** The subject and the words of a mail, without its other headers and attachments; nothing where it cannot be read. */
export async function textOfMail(bytes: Buffer): Promise<string> {
  try {
    const { subject = '', text = '', html = '' } = await PostalMime.parse(bytes);
    const words = text.trim() === '' ? plainText(html) : text.replaceAll(/\r\n?/g, '\n').trim();
    return [subject.trim(), words]
      .filter((part) => part !== '')
      .join('\n')
      .replaceAll('\0', '');
  } catch {
    // Parts that lie within each other without end: it is left out as a text that is empty.
    return '';
  }
}

/** Whether a file is called as a page of the web. */
export const isPageName = (name: string): boolean => /\.x?html?$/i.test(name);

/** The text of a file: of a mail its subject and words, of a page its words, of any other its characters. */
export async function textOfFile(source: Source): Promise<string> {
  if (isMailName(source.name)) return textOfMail(await source.read());
  const text = await decodeWhole(source);
  return isPageName(source.name) ? plainText(text) : text;
}
