import { graphql } from '@/generated';

export const JudgesQuery = graphql(/* GraphQL */ `
  query Judges($modality: Modality) {
    models(first: 100, filter: { modality: $modality }) {
      nodes {
        id
        name
      }
    }
  }
`);
