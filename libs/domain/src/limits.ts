/** What is taken at most; beyond it the request is refused with DATA_TOO_LARGE. */
export const limits = {
  uploadBytes: 2 * 1024 ** 3,
  /** Unpacked, against archives that grow without end. */
  archiveBytes: 8 * 1024 ** 3,
  imageBytes: 32 * 1024 ** 2,
  /** A larger picture is left out of an import. */
  imagePixels: 256 * 1024 ** 2,
  /** A picture that claims more is taken for an attack: the whole archive is refused. */
  claimedPixels: 1024 ** 3,
  /** One file of an archive that is not a picture, unpacked. */
  archivedFileBytes: 1024 ** 3,
  textBytes: 64 * 1024,
  examples: 1_000_000,
  classes: 10_000,
  columns: 4_096,
  /** With its header it fits the longest buffer that Node 20 has. */
  packBytes: 4 * 1024 ** 3 - 128 * 1024 ** 2,
  pageSize: 100,
  predictions: 100,
} as const;
