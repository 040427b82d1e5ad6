import { presentAlias } from '../alias/alias.type.js';
import { presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { presentDataSet } from '../data-set/data-set.type.js';
import { presentEvaluation } from '../evaluation/evaluation.type.js';
import { presentExample } from '../example/example.type.js';
import { presentFilePrediction } from '../file-prediction/file-prediction.type.js';
import { presentInspection } from '../inspection/inspection.type.js';
import { presentFinding, presentLabelCheck } from '../label-check/label-check.type.js';
import { presentLabelling } from '../labelling/labelling.type.js';
import { presentModel } from '../model/model.type.js';
import { presentRecommendation } from '../recommendation/recommendation.type.js';
import { presentRun } from '../run/run.type.js';
import { isId } from '../schema/find.js';
import type { Node } from '../schema/node.js';
import { presentSplit } from '../split/split.type.js';
import { presentStudy } from '../study/study.type.js';
import { presentVersion } from '../version/version.type.js';

/** Ids do not overlap between entities: the first that knows the id has it. */
export async function findNode({ store: { prisma } }: Context, id: string): Promise<Node | null> {
  if (!isId(id)) return null;
  const where = { id };
  const nodes = await Promise.all([
    shown(prisma.run.findUnique({ where }), presentRun),
    shown(prisma.model.findUnique({ where }), presentModel),
    shown(prisma.dataSet.findUnique({ where }), presentDataSet),
    shown(prisma.dataSetVersion.findUnique({ where }), presentVersion),
    shown(prisma.example.findUnique({ where }), presentExample),
    shown(prisma.class.findUnique({ where }), presentClass),
    shown(prisma.split.findUnique({ where }), presentSplit),
    shown(prisma.evaluation.findUnique({ where }), presentEvaluation),
    shown(prisma.study.findUnique({ where }), presentStudy),
    shown(prisma.labelCheck.findUnique({ where }), presentLabelCheck),
    shown(prisma.finding.findUnique({ where }), presentFinding),
    shown(prisma.recommendation.findUnique({ where }), presentRecommendation),
    shown(prisma.prediction.findUnique({ where }), presentFilePrediction),
    shown(prisma.alias.findUnique({ where }), presentAlias),
    shown(prisma.inspection.findUnique({ where }), presentInspection),
    shown(prisma.labelling.findUnique({ where }), presentLabelling),
  ]);
  return nodes.find((node) => node !== null) ?? null;
}

async function shown<Row>(looked: Promise<Row | null>, present: (row: Row) => Node): Promise<Node | null> {
  const row = await looked;
  return row && present(row);
}
