import { isId } from '@kshot/domain';
import { findRow } from '@kshot/store';
import { presentAlias } from '../alias/alias.type.js';
import { presentClass } from '../class/class.type.js';
import type { Context } from '../context.js';
import { presentDataSet } from '../data-set/data-set.type.js';
import { presentEvaluation } from '../evaluation/evaluation.type.js';
import { presentExample } from '../example/example.type.js';
import { presentFilePrediction } from '../file-prediction/file-prediction.type.js';
import { presentInspection } from '../inspection/inspection.type.js';
import { presentKeptInput } from '../kept-input/kept-input.type.js';
import { presentFinding, presentLabelCheck } from '../label-check/label-check.type.js';
import { presentLabelling } from '../labelling/labelling.type.js';
import { presentModel } from '../model/model.type.js';
import { presentProject } from '../project/project.type.js';
import { presentRecommendation } from '../recommendation/recommendation.type.js';
import { presentRun } from '../run/run.type.js';
import type { Node } from '../schema/node.js';
import { presentFound } from '../schema/present-found.js';
import { presentSplit } from '../split/split.type.js';
import { presentStudy } from '../study/study.type.js';
import { presentVersion } from '../version/version.type.js';

/** Ids do not overlap between entities: the first that knows the id has it. */
export async function findNode({ store }: Context, id: string): Promise<Node | null> {
  if (!isId(id)) return null;
  const nodes = await Promise.all<Node | null>([
    presentFound(findRow(store, 'run', id), presentRun),
    presentFound(findRow(store, 'model', id), presentModel),
    presentFound(findRow(store, 'dataSet', id), presentDataSet),
    presentFound(findRow(store, 'dataSetVersion', id), presentVersion),
    presentFound(findRow(store, 'example', id), presentExample),
    presentFound(findRow(store, 'class', id), presentClass),
    presentFound(findRow(store, 'split', id), presentSplit),
    presentFound(findRow(store, 'evaluation', id), presentEvaluation),
    presentFound(findRow(store, 'study', id), presentStudy),
    presentFound(findRow(store, 'keptInput', id), presentKeptInput),
    presentFound(findRow(store, 'labelCheck', id), presentLabelCheck),
    presentFound(findRow(store, 'finding', id), presentFinding),
    presentFound(findRow(store, 'recommendation', id), presentRecommendation),
    presentFound(findRow(store, 'prediction', id), presentFilePrediction),
    presentFound(findRow(store, 'alias', id), presentAlias),
    presentFound(findRow(store, 'inspection', id), presentInspection),
    presentFound(findRow(store, 'labelling', id), presentLabelling),
    presentFound(findRow(store, 'project', id), presentProject),
  ]);
  return nodes.find((node) => node !== null) ?? null;
}
