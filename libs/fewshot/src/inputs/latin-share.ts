/** Texts that are looked at. */
const LOOKED_AT = 500;

/** Share of the letters of texts that are Latin, 0…1; 1 where there are no letters. */
export function latinShare(texts: readonly string[]): number {
  let [letters, latin] = [0, 0];
  const step = Math.max(1, Math.floor(texts.length / LOOKED_AT));
  for (let i = 0; i < texts.length; i += step) {
    const text = (texts[i] as string).slice(0, 500);
    letters += text.match(/\p{L}/gu)?.length ?? 0;
    latin += text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  }
  return letters === 0 ? 1 : latin / letters;
}
