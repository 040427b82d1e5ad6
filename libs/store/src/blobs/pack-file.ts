import { decodeArrays, encodeArrays, type Pack, packManifest } from '@kshot/domain';
import type { Blobs, Stored } from './blobs.js';
import { gatherRows, type Places } from './gather-rows.js';

/** Stores a version's examples; the hash is the version's content hash. */
export const writePack = (blobs: Blobs, { manifest, arrays }: Pack): Promise<Stored> =>
  blobs.write(encodeArrays({ metadata: { manifest: JSON.stringify(manifest) }, arrays }));

/** The labelled examples of a version, with their content wherever it is stored. */
export async function readPack(blobs: Blobs, hash: string): Promise<Pack> {
  const { manifest, arrays, sources, places } = await readListing(blobs, hash);
  if (!manifest.sources) return { manifest, arrays };
  const own = {
    ...arrays,
    source: flat(places.source, manifest.count),
    row: flat(places.row, manifest.count),
  };
  const labelled = {
    source: places.source.subarray(0, manifest.count),
    row: places.row.subarray(0, manifest.count),
  };
  const packs = await readSources(blobs, sources, labelled);
  return { manifest, arrays: { ...own, ...gatherRows(packs, labelled) } };
}

const flat = (values: Int32Array, count: number) => ({ shape: [count], values: values.subarray(0, count) });

/** Arrays of the packs that these rows are of; the others stay empty. */
export async function readSources(
  blobs: Blobs,
  sources: readonly string[],
  { source }: Places,
): Promise<Pack['arrays'][]> {
  const used = new Set(source);
  const packs: Pack['arrays'][] = [];
  for (const [i, one] of sources.entries())
    packs.push(used.has(i) ? decodeArrays(await blobs.read(one)).arrays : {});
  return packs;
}

/** A version as a list of rows of packs; one that has its own content lists all of its rows. */
export interface Listing extends Pack {
  readonly sources: readonly string[];
  readonly places: Places;
}

export async function readListing(blobs: Blobs, hash: string): Promise<Listing> {
  const { metadata, arrays } = decodeArrays(await blobs.read(hash));
  const manifest = packManifest.parse(JSON.parse(metadata.manifest ?? 'null'));
  const { source, row } = arrays;
  if (manifest.sources && source && row)
    return {
      manifest,
      arrays,
      sources: manifest.sources,
      places: { source: source.values as Int32Array, row: row.values as Int32Array },
    };
  const places = {
    source: new Int32Array(manifest.count),
    row: Int32Array.from({ length: manifest.count }, (_, i) => i),
  };
  return { manifest, arrays, sources: [hash], places };
}

/** Stores a version that lists rows of the packs that its manifest names as sources. */
export function writeListing(
  blobs: Blobs,
  { manifest, arrays }: Pack,
  { source, row }: Places,
): Promise<Stored> {
  return writePack(blobs, {
    manifest,
    arrays: {
      ...arrays,
      source: { shape: [source.length], values: source },
      row: { shape: [row.length], values: row },
    },
  });
}
