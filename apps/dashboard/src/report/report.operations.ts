import { graphql } from '@/generated';

// Fragments stand alone: the generated documents take them up by name.
graphql(/* GraphQL */ `
  fragment Report on TestReport {
    part
    exampleCount
    accuracy
    accuracyLow
    accuracyHigh
    macroF1
    loss
    untestedClasses
    missedClasses
    confusion {
      classes
      counts
    }
  }
`);

graphql(/* GraphQL */ `
  fragment ComparedHeadRow on ComparedHead {
    method
    title
    accuracy
    accuracyLow
    accuracyHigh
    chosen
  }
`);

graphql(/* GraphQL */ `
  fragment HeadChoice on Model {
    probabilityText
    comparedHeads {
      ...ComparedHeadRow
    }
  }
`);

graphql(/* GraphQL */ `
  fragment EpisodeReportContent on EpisodeReport {
    ways
    shots
    queries
    episodes
    classes
    hash
    accuracy
    accuracyLow
    accuracyHigh
    transductive
  }
`);
