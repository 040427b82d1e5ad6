import { upload } from './data-sets.js';
import type { Kshot } from './kshot.js';
import { heardUntil, isOver, subscribed } from './subscribe.js';

interface Plan {
  readonly kind: string;
  readonly modality: string;
  readonly sheets: string[];
  readonly sheet: string | null;
  readonly delimiter: string | null;
  readonly dateOrder: string | null;
  readonly columns: { readonly name: string; readonly role: string; readonly samples: string[] }[];
  readonly classes: { readonly name: string; readonly count: number }[];
  readonly exampleCount: number;
  readonly examples: {
    readonly className: string;
    readonly text: string | null;
    readonly image: string | null;
  }[];
  readonly findings: string[];
  readonly problem: { readonly code: string } | null;
}
interface Inspection {
  readonly status: string;
  readonly plan: Plan | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** How a file is understood once it was looked at. */
export async function inspectedBy(
  kshot: Kshot,
  fileName: string,
  content: Buffer | string,
  plan?: object,
  addTo?: object,
): Promise<Inspection> {
  const { inspectUpload } = await kshot.ask<{ inspectUpload: { id: string } }>(
    'mutation ($input: InspectUploadInput!) { inspectUpload(input: $input) { id } }',
    { input: { uploadId: await upload(kshot, fileName, content), plan, addTo } },
  );
  const coming = subscribed<{ inspectionChanged: Inspection }>(
    kshot.api,
    `subscription ($id: ID!) { inspectionChanged(id: $id) { status failure { code message } plan { kind modality sheets sheet delimiter dateOrder
      columns { name role samples } classes { name count } exampleCount examples { className text image } findings problem { code } } } }`,
    { id: inspectUpload.id },
  );
  const heard = await heardUntil(coming, (one) => isOver(one.inspectionChanged));
  return heard.at(-1)!.inspectionChanged;
}
