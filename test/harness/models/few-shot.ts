import type { Kshot } from '../kshot.js';

/** The id of a run that is started by one of these mutations. */
export const startFewShot = async (
  { ask }: Kshot,
  mutation: 'startTransfer' | 'startMetaLearning',
  input: Record<string, unknown>,
): Promise<string> => {
  const type = mutation === 'startTransfer' ? 'StartTransferInput' : 'StartMetaLearningInput';
  const answer = await ask<Record<string, { id: string }>>(
    `mutation ($input: ${type}!) { run: ${mutation}(input: $input) { id } }`,
    { input },
  );
  return answer.run!.id;
};

type Map = {
  explained: number[];
  points: {
    role: string;
    x: number;
    y: number;
    example: { imageUrl: string; class: { name: string } };
    predicted: { name: string } | null;
  }[];
};
/** The feature map of a run. */
export const mapOf = async ({ ask }: Kshot, id: string): Promise<Map> => {
  const fields = 'explained points { role x y example { imageUrl class { name } } predicted { name } }';
  return (await ask<{ run: { featureMap: Map } }>(`{ run(id: "${id}") { featureMap { ${fields} } } }`)).run
    .featureMap;
};
