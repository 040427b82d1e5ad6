import { graphql } from '@/generated';

graphql(/* GraphQL */ `
  fragment LabelCheckRow on LabelCheck {
    id
    name
    status
    createdAt
    progress {
      phase
      done
      total
    }
    report {
      wrongLabels
      conflictingCopies
      copies
    }
  }
`);

graphql(/* GraphQL */ `
  fragment LabelCheckDetail on LabelCheck {
    ...LabelCheckRow
    csvUrl
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
        project {
          id
        }
      }
    }
    model {
      id
      name
    }
    report {
      summary
      relabelWarning
      agreement
      worth {
        fix
        sentence
        figure {
          ...FigureContent
        }
      }
      pairs {
        classes
        sentence
        confused {
          ...FigureContent
        }
        worth {
          ...FigureContent
        }
      }
    }
  }
`);

graphql(/* GraphQL */ `
  fragment FindingRow on Finding {
    id
    kind
    confidence
    probability
    similarity
    suggested {
      id
      name
    }
    example {
      ...ExampleContent
      class {
        id
        name
      }
    }
    copy {
      ...ExampleContent
      class {
        id
        name
      }
    }
  }
`);

export const LabelChecksQuery = graphql(/* GraphQL */ `
  query LabelChecks($versionId: ID!) {
    labelChecks(versionId: $versionId, first: 20) {
      totalCount
      nodes {
        ...LabelCheckRow
      }
    }
  }
`);

export const LabelCheckQuery = graphql(/* GraphQL */ `
  query LabelCheck($id: ID!) {
    labelCheck(id: $id) {
      ...LabelCheckDetail
    }
  }
`);

export const LabelCheckChanged = graphql(/* GraphQL */ `
  subscription LabelCheckChanged($id: ID!) {
    labelCheckChanged(id: $id) {
      ...LabelCheckDetail
    }
  }
`);

export const FindingsQuery = graphql(/* GraphQL */ `
  query Findings($id: ID!, $first: Int!, $after: String, $kind: FindingKind) {
    labelCheck(id: $id) {
      id
      findings(first: $first, after: $after, kind: $kind) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...FindingRow
        }
      }
    }
  }
`);

export const SuggestionsQuery = graphql(/* GraphQL */ `
  query Suggestions($id: ID!, $after: String, $kind: FindingKind!) {
    labelCheck(id: $id) {
      id
      findings(first: 100, after: $after, kind: $kind) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          suggested {
            id
            name
          }
          example {
            id
          }
          copy {
            id
          }
        }
      }
    }
  }
`);

export const StartLabelCheck = graphql(/* GraphQL */ `
  mutation StartLabelCheck($input: StartLabelCheckInput!) {
    startLabelCheck(input: $input) {
      ...LabelCheckRow
    }
  }
`);

export const CancelLabelCheck = graphql(/* GraphQL */ `
  mutation CancelLabelCheck($id: ID!) {
    cancelLabelCheck(id: $id) {
      id
    }
  }
`);

export const RetryLabelCheck = graphql(/* GraphQL */ `
  mutation RetryLabelCheck($id: ID!) {
    retryLabelCheck(id: $id) {
      ...LabelCheckDetail
    }
  }
`);

export const DeleteLabelCheck = graphql(/* GraphQL */ `
  mutation DeleteLabelCheck($id: ID!) {
    deleteLabelCheck(id: $id)
  }
`);
