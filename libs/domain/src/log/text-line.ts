interface Line {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}

/** A line of the log for people: what happened, and where an error was thrown. */
export function textLine(json: string): string {
  const { level, time, msg = '', err, ...rest } = JSON.parse(json) as Line & Record<string, unknown>;
  const fields = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const said = [LEVELS[level] ?? '', msg, err?.message, ...fields].filter(Boolean).join(' ');
  const clock = new Date(time).toISOString().slice(11, 19);
  return `${level > INFO ? `${clock} ` : ''}${said}\n${err?.stack ? `${err.stack}\n` : ''}`;
}

const INFO = 30;
const LEVELS: Readonly<Record<number, string>> = { 20: 'debug:', 40: 'warning:', 50: 'error:', 60: 'fatal:' };
