/** A file with its path in the folder that it was dropped in. */
export interface PathedFile {
  readonly path: string;
  readonly file: File;
}

export const TAR = 'application/x-tar';

/** Files as one TAR archive, without reading them: the browser streams them when the archive is sent. */
export function tarOfFiles(name: string, files: readonly PathedFile[]): File {
  const parts: BlobPart[] = [];
  for (const { path, file } of files) {
    const bytes = new TextEncoder().encode(path);
    if (bytes.length > 100) parts.push(header('././@LongLink', bytes.length, 'L'), padded(bytes));
    parts.push(header(bytes.length > 100 ? 'long' : path, file.size, '0'), file);
    parts.push(new Uint8Array((512 - (file.size % 512)) % 512));
  }
  parts.push(new Uint8Array(1024));
  return new File(parts, `${name}.tar`, { type: TAR });
}

function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil(bytes.length / 512) * 512);
  whole.set(bytes);
  return whole;
}

/** A header of ustar: name, size and kind; all other fields are the same for all files, so that equal files give equal archives. */
function header(name: string, size: number, kind: '0' | 'L'): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(512);
  const put = (at: number, text: string) => block.set(new TextEncoder().encode(text), at);
  put(0, name);
  put(100, '0000644\0');
  put(108, '0000000\0');
  put(116, '0000000\0');
  put(124, `${size.toString(8).padStart(11, '0')}\0`);
  put(136, '00000000000\0');
  put(148, '        ');
  put(156, kind);
  put(257, 'ustar\u000000');
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}
