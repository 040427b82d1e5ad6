import { graphql } from '@/generated';

export const PaletteQuery = graphql(/* GraphQL */ `
  query Palette($search: String!) {
    dataSets(first: 5, filter: { search: $search }) {
      nodes {
        id
        name
      }
    }
    runs(first: 5, filter: { search: $search }) {
      nodes {
        id
        name
      }
    }
    models(first: 5, filter: { search: $search }) {
      nodes {
        id
        name
      }
    }
  }
`);
