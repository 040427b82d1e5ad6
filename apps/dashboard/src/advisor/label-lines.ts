/** A title on at most two lines of so many letters. Of a longer one beginning and end stay: options differ in either. */
export function labelLines(title: string, letters: number): string[] {
  if (title.length <= letters) return [title];
  const space = title.lastIndexOf(' ', letters);
  const cut = space > 0 ? space : letters;
  const [first, rest] = [title.slice(0, cut), title.slice(cut).trim()];
  return [first, rest.length > letters ? `…${rest.slice(1 - letters)}` : rest];
}
