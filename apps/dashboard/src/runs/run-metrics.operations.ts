import { graphql } from '@/generated';

export const RunHistoryQuery = graphql(/* GraphQL */ `
  query RunHistory($id: ID!, $points: Int!, $fromStep: Int, $toStep: Int) {
    run(id: $id) {
      id
      metrics(points: $points, fromStep: $fromStep, toStep: $toStep) {
        name
        count
        steps
        values
        minima
        maxima
      }
    }
  }
`);

export const RunMetricsSubscription = graphql(/* GraphQL */ `
  subscription RunMetrics($runId: ID!, $after: Int!) {
    runMetrics(runId: $runId, after: $after) {
      runId
      lastStep
      done
      series {
        name
        steps
        values
        minima
        maxima
      }
    }
  }
`);
