const ENTITIES = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', euro: '€', hellip: '…' }),
);

const BREAKS = new Set([
  'p',
  'br',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'table',
  'ul',
  'ol',
  'blockquote',
]);
const SILENT = new Set(['style', 'script', 'head', 'title']);

/** The words of HTML: without tags, comments, styles and scripts, with a line for each paragraph. */
export function plainText(html: string): string {
  const lower = html.toLowerCase();
  /** Behind the next such piece; the end where there is none. */
  const behind = (piece: string, from: number): number => {
    const at = lower.indexOf(piece, from);
    return at < 0 ? html.length : at + piece.length;
  };
  const words: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', at)) {
    words.push(html.slice(at, open));
    const [, slash, tag = ''] = /^<(\/?)([a-z0-9]+|!--)/.exec(lower.slice(open, open + 20)) ?? [];
    if (BREAKS.has(tag)) words.push('\n');
    if (tag === '') words.push('<');
    if (tag === '') at = open + 1;
    else if (tag === '!--') at = behind('-->', open);
    else at = behind('>', SILENT.has(tag) && slash === '' ? behind(`</${tag}`, open) : open);
  }
  words.push(html.slice(at));
  return decoded(words.join(''))
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
