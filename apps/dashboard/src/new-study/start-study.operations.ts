import { graphql } from '@/generated';

export const CandidateMethodsQuery = graphql(/* GraphQL */ `
  query CandidateMethods {
    candidateMethods {
      name
      title
      description
      whenToUse
      transductive
      options {
        ...MethodOption
      }
    }
  }
`);

export const StartStudy = graphql(/* GraphQL */ `
  mutation StartStudy($input: StartStudyInput!) {
    startStudy(input: $input) {
      id
    }
  }
`);

export const StartEvaluation = graphql(/* GraphQL */ `
  mutation StartEvaluation($input: StartEvaluationInput!) {
    startEvaluation(input: $input) {
      id
    }
  }
`);
