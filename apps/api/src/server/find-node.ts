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
  const [
    run,
    model,
    dataSet,
    version,
    example,
    aClass,
    split,
    evaluation,
    study,
    check,
    finding,
    advice,
    prediction,
    alias,
    look,
    labelling,
  ] = await Promise.all([
    prisma.run.findUnique({ where }),
    prisma.model.findUnique({ where }),
    prisma.dataSet.findUnique({ where }),
    prisma.dataSetVersion.findUnique({ where }),
    prisma.example.findUnique({ where }),
    prisma.class.findUnique({ where }),
    prisma.split.findUnique({ where }),
    prisma.evaluation.findUnique({ where }),
    prisma.study.findUnique({ where }),
    prisma.labelCheck.findUnique({ where }),
    prisma.finding.findUnique({ where }),
    prisma.recommendation.findUnique({ where }),
    prisma.prediction.findUnique({ where }),
    prisma.alias.findUnique({ where }),
    prisma.inspection.findUnique({ where }),
    prisma.labelling.findUnique({ where }),
  ]);
  return (
    (run && presentRun(run)) ??
    (model && presentModel(model)) ??
    (dataSet && presentDataSet(dataSet)) ??
    (version && presentVersion(version)) ??
    (example && presentExample(example)) ??
    (aClass && presentClass(aClass)) ??
    (split && presentSplit(split)) ??
    (evaluation && presentEvaluation(evaluation)) ??
    (study && presentStudy(study)) ??
    (check && presentLabelCheck(check)) ??
    (finding && presentFinding(finding)) ??
    (advice && presentRecommendation(advice)) ??
    (prediction && presentFilePrediction(prediction)) ??
    (alias && presentAlias(alias)) ??
    (look && presentInspection(look)) ??
    (labelling && presentLabelling(labelling))
  );
}
