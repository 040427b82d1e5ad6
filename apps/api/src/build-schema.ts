import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema as build } from 'type-graphql';
import { AccessResolver } from './access/access.resolver.js';
import { guardAccess } from './access/guard-access.js';
import { PersonUseResolver } from './access/person-use.resolver.js';
import { AliasResolver } from './alias/alias.resolver.js';
import { ModelServedResolver, ServedVersionResolver } from './alias/served-version.resolver.js';
import { DataSetResolver } from './data-set/data-set.resolver.js';
import { DeletionResolver } from './deletion/deletion.resolver.js';
import { EvaluationResolver } from './evaluation/evaluation.resolver.js';
import { ConfusionCellResolver, EvaluationReportResolver } from './evaluation/report.resolver.js';
import { ClassExamplesResolver } from './example/class-examples.resolver.js';
import { ExampleResolver } from './example/example.resolver.js';
import { FilePredictionResolver } from './file-prediction/file-prediction.resolver.js';
import { ImportResolver } from './import/import.resolver.js';
import { InspectionResolver } from './inspection/inspection.resolver.js';
import { KeptInputResolver } from './kept-input/kept-input.resolver.js';
import { FindingResolver } from './label-check/finding.resolver.js';
import { LabelCheckResolver } from './label-check/label-check.resolver.js';
import { LabellingResolver } from './labelling/labelling.resolver.js';
import { guardSchema } from './limits/guard-schema.js';
import { MethodResolver } from './method/method.resolver.js';
import { MetricResolver } from './metric/metric.resolver.js';
import { HeadChoiceResolver } from './model/head-choice.resolver.js';
import { ModelResolver } from './model/model.resolver.js';
import { ThresholdResolver, TwoClassesResolver } from './model/two-classes.resolver.js';
import { OptionalModelResolver } from './optional-model/optional-model.resolver.js';
import { PredictResolver } from './predict/predict.resolver.js';
import { ProjectResolver } from './project/project.resolver.js';
import { projectOfResolvers } from './project-of/project-of.resolver.js';
import { RecommendationResolver } from './recommendation/recommendation.resolver.js';
import { ModelRunResolver } from './run/model-run.resolver.js';
import { RunResolver } from './run/run.resolver.js';
import { RunTaskResolver } from './run/run-task.resolver.js';
import { StartRunResolver } from './run/start-run.resolver.js';
import { TestReportResolver } from './schema/test-report.resolver.js';
import { ServerResolver } from './server/server.resolver.js';
import { EvaluationStudyResolver } from './study/evaluation-study.resolver.js';
import { StudyResolver } from './study/study.resolver.js';
import { SubModelResolver } from './sub-model/sub-model.resolver.js';
import { SystemResolver } from './system/system.resolver.js';
import { TeachResolver } from './teach/teach.resolver.js';
import { UploadResolver } from './upload/upload.resolver.js';
import { UsageResolver } from './usage/usage.resolver.js';
import { DataSetVersionsResolver } from './version/data-set-versions.resolver.js';
import { VersionResolver } from './version/version.resolver.js';
import { VersionEditResolver } from './version-edit/version-edit.resolver.js';

const refuse = (): never => {
  throw new Error('Subscriptions here read the tables; nothing is published.');
};
/** TypeGraphQL asks for one as soon as there is a subscription. */
const unused = { publish: refuse, subscribe: refuse };

/** The whole API. `emit` names a file that the schema is written to. */
export const buildSchema = async (emit?: string): Promise<GraphQLSchema> =>
  guardSchema(
    guardAccess(
      await build({
        resolvers: [
          AccessResolver,
          AliasResolver,
          ClassExamplesResolver,
          ConfusionCellResolver,
          DataSetResolver,
          DataSetVersionsResolver,
          DeletionResolver,
          EvaluationReportResolver,
          EvaluationResolver,
          EvaluationStudyResolver,
          ExampleResolver,
          FilePredictionResolver,
          FindingResolver,
          ImportResolver,
          InspectionResolver,
          KeptInputResolver,
          LabelCheckResolver,
          LabellingResolver,
          MethodResolver,
          MetricResolver,
          ModelResolver,
          HeadChoiceResolver,
          ThresholdResolver,
          TwoClassesResolver,
          ModelRunResolver,
          ModelServedResolver,
          OptionalModelResolver,
          PersonUseResolver,
          PredictResolver,
          ProjectResolver,
          ...projectOfResolvers,
          RecommendationResolver,
          RunResolver,
          RunTaskResolver,
          ServedVersionResolver,
          ServerResolver,
          StartRunResolver,
          StudyResolver,
          SubModelResolver,
          SystemResolver,
          TestReportResolver,
          TeachResolver,
          UsageResolver,
          UploadResolver,
          VersionEditResolver,
          VersionResolver,
        ],
        scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
        validate: false,
        skipCheck: true, // Apollo checks it
        pubSub: unused,
        ...(emit ? { emitSchemaFile: { path: emit, sortedSchema: true } } : {}),
      }),
    ),
  );
