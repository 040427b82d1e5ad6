import { DomainError } from '@kshot/domain';

const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '');

/** Refuses an export for object detection, whose labels are boxes: YOLO's labels/, VOC's Annotations/, COCO's annotations/. */
export function refuseDetection(pictures: readonly string[], others: readonly string[]): void {
  const stems = new Set(pictures.map((path) => stemOf(path).toLowerCase()));
  const beside = (path: string, from: RegExp, to: string) =>
    from.test(path) && stems.has(stemOf(path).toLowerCase().replace(from, to));
  const yolo = others.some((path) => /\.txt$/i.test(path) && beside(path, /(^|\/)labels\//i, '$1images/'));
  const voc = others.some(
    (path) =>
      /\.xml$/i.test(path) &&
      (stems.has(stemOf(path).toLowerCase()) ||
        beside(path, /(^|\/)annotations?\//i, '$1jpegimages/') ||
        beside(path, /(^|\/)annotations?\//i, '$1images/')),
  );
  if (yolo || voc) throw boxes(yolo ? 'YOLO' : 'Pascal VOC');
}

/** Refuses pictures without classes beside COCO's annotations. */
export function refuseCoco(others: readonly string[]): void {
  if (
    others.some((path) =>
      /(^|\/)(annotations?\/[^/]*|[^/]*(annotations|instances|coco)[^/]*)\.json$/i.test(path),
    )
  )
    throw boxes('COCO');
}

const boxes = (format: string): DomainError =>
  new DomainError(
    'DATA_FORMAT',
    `The archive is an export for object detection (${format}): its labels are boxes, and Kshot classifies whole pictures. Export it for classification, with a folder for each class.`,
  );
