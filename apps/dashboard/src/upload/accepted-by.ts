/** Whether a file is of a kind that a file field accepts: by its ending or its media type. */
export const acceptedBy = (accept: string, { name, type }: Pick<File, 'name' | 'type'>): boolean =>
  accept.split(',').some((one) => {
    const kind = one.trim().toLowerCase();
    if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind);
    return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
  });
