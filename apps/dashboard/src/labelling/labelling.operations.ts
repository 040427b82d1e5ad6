import { graphql } from '@/generated';

export const StartLabelling = graphql(/* GraphQL */ `
  mutation StartLabelling($versionId: ID!) {
    startLabelling(versionId: $versionId) {
      id
    }
  }
`);

export const LabellingChanged = graphql(/* GraphQL */ `
  subscription LabellingChanged($id: ID!) {
    labellingChanged(id: $id) {
      id
      status
      progress {
        done
        total
      }
      failure {
        code
        message
      }
      version {
        id
        number
        dataSet {
          id
          name
        }
        classes(first: 100) {
          totalCount
          nodes {
            id
            name
          }
        }
      }
    }
  }
`);

export const LabellingStepQuery = graphql(/* GraphQL */ `
  query LabellingStep($id: ID!, $answers: [LabelAnswer!]!) {
    labellingStep(id: $id, answers: $answers, first: 1) {
      accuracy
      testedCount
      certainty
      leftCount
      next {
        example {
          ...ExampleContent
        }
        probabilities {
          class
          probability
        }
      }
    }
  }
`);
