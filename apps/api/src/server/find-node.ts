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
import { presentSplit } from '../split/split.type.js';
import { presentStudy } from '../study/study.type.js';
import { presentVersion } from '../version/version.type.js';

/** Ids do not overlap between entities: the first that knows the id has it. */
export async function findNode({ store }: Context, id: string): Promise<Node | null> {
  if (!isId(id)) return null;
  const nodes = await Promise.all([
    shown(findRow(store, 'run', id), presentRun),
    shown(findRow(store, 'model', id), presentModel),
    shown(findRow(store, 'dataSet', id), presentDataSet),
    shown(findRow(store, 'dataSetVersion', id), presentVersion),
    shown(findRow(store, 'example', id), presentExample),
    shown(findRow(store, 'class', id), presentClass),
    shown(findRow(store, 'split', id), presentSplit),
    shown(findRow(store, 'evaluation', id), presentEvaluation),
    shown(findRow(store, 'study', id), presentStudy),
    shown(findRow(store, 'keptInput', id), presentKeptInput),
    shown(findRow(store, 'labelCheck', id), presentLabelCheck),
    shown(findRow(store, 'finding', id), presentFinding),
    shown(findRow(store, 'recommendation', id), presentRecommendation),
    shown(findRow(store, 'prediction', id), presentFilePrediction),
    shown(findRow(store, 'alias', id), presentAlias),
    shown(findRow(store, 'inspection', id), presentInspection),
    shown(findRow(store, 'labelling', id), presentLabelling),
    shown(findRow(store, 'project', id), presentProject),
  ]);
  return nodes.find((node) => node !== null) ?? null;
}

async function shown<Row>(looked: Promise<Row | null>, present: (row: Row) => Node): Promise<Node | null> {
  const row = await looked;
  return row && present(row);
}
