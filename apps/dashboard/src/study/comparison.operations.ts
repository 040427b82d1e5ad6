import { graphql } from '@/generated';

export const ComparisonQuery = graphql(/* GraphQL */ `
  query StudyComparison($id: ID!, $versionId: ID!, $metric: StudyMetric!) {
    study(id: $id) {
      id
      decision(versionId: $versionId) {
        text
      }
      comparison(versionId: $versionId, metric: $metric) {
        metric
        values
        standings {
          evaluationId
          rank
          tiedWithBest
          figure {
            ...FigureContent
          }
        }
        pairs {
          a
          b
          by
          p
          holm
          decided
          moreToDecide
          difference {
            ...FigureContent
          }
          effect {
            ...FigureContent
          }
          t {
            holm
          }
          wilcoxon {
            holm
          }
          permutation {
            holm
          }
          mcNemar {
            holm
          }
        }
      }
    }
  }
`);
