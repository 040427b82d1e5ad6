const imageFolder = /^(images?|imgs?|pictures|photos|jpegimages|originals?)$/i;
const maskFolder = /^(masks?|segmentations?|ground[\s_-]?truth|gt|labels?|annotations?)$/i;

/** Whether a file lies in a folder of masks that has a folder of pictures beside it. */
export function isMask(folders: readonly (readonly string[])[]): (names: readonly string[]) => boolean {
  const withImages = new Set<string>();
  for (const names of folders)
    for (const [depth, name] of names.entries())
      if (imageFolder.test(name)) withImages.add(names.slice(0, depth).join('/'));
  return (names) =>
    names.some((name, depth) => maskFolder.test(name) && withImages.has(names.slice(0, depth).join('/')));
}

/** Class folders without a last folder that only says that pictures are in it: cat/images, dog/images. */
export function withoutImageFolders(lists: readonly (readonly string[])[]): (readonly string[])[] {
  const long = lists.filter((names) => names.length > 1);
  const idle = long.length > 0 && long.every((names) => imageFolder.test(names.at(-1) as string));
  return lists.map((names) => (idle && names.length > 1 ? names.slice(0, -1) : names));
}
