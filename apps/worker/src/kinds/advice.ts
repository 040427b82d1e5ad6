import { advisorBudget } from '@kshot/domain';
import { progressTask, settleAdvice, settleForecasts } from '@kshot/store';
import { type Kind, stored } from './kind.js';

/** Backbones that are tried at most, the newest first: each costs its features of all examples. */
const MOST_MODELS = 4;

/** Says what to do with a version. */
export const advice: Kind = {
  name: 'advice',
  async load({ prisma, blobs }, { subject }) {
    const { version, splitName, budget } = await prisma.recommendation.findUniqueOrThrow({
      where: { id: subject },
      include: { version: true },
    });
    const models = await prisma.model.findMany({
      where: {
        modality: version.modality!,
        // A model that was trained on this version has seen what it would be scored on.
        OR: [{ versionId: null }, { versionId: { not: version.id } }],
      },
      orderBy: { createdAt: 'desc' },
      distinct: ['hash'],
      select: { id: true, name: true, hash: true },
      take: MOST_MODELS,
    });
    return {
      kind: 'advise',
      blobDir: blobs.dir,
      packHash: version.hash!,
      split: splitName,
      uploadHash: version.uploadHash,
      budget: advisorBudget.parse(budget),
      models,
    };
  },
  async keep({ pool }, held, message) {
    if (message.kind === 'advising')
      return stored(await progressTask(pool, held, { progress: message.progress }));
    if (message.kind === 'advised')
      return { settle: (client) => settleAdvice(client, held.subject, message.advice) };
    return 'STORED';
  },
  sweep: ({ pool }) => settleForecasts(pool),
};
