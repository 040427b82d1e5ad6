import { type Pack, type ProtocolSettings, rawExamples } from '@kshot/domain';

/** [n] the group of each example that folds keep together; undefined where the protocol asks for none. */
export function groupsOf(
  protocol: ProtocolSettings,
  pack: Pack,
  names: readonly string[] | undefined,
): string[] | undefined {
  const grouping = protocol.kind === 'CROSS_VALIDATION' ? protocol.grouping : undefined;
  if (!grouping) return undefined;
  if ('column' in grouping) {
    const raw = rawExamples(pack);
    const columns = raw.modality === 'TABLE' ? raw.columns : [];
    const column = columns.find(({ name }) => name === grouping.column);
    return column && Array.from(column.values, String);
  }
  return names?.map((name) => pieceOf(name, grouping));
}

/** Of "Greek/character01/0394_01.png": before the last "_" it is "0394", after it "01". */
function pieceOf(name: string, grouping: { nameBefore: string } | { nameAfter: string }): string {
  const stem = name.slice(name.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const separator = 'nameBefore' in grouping ? grouping.nameBefore : grouping.nameAfter;
  const at = stem.lastIndexOf(separator);
  if (at < 0) return stem;
  return 'nameBefore' in grouping ? stem.slice(0, at) : stem.slice(at + separator.length);
}
