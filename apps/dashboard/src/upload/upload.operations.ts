import { graphql } from '@/generated';

export const CreateUpload = graphql(/* GraphQL */ `
  mutation CreateUpload($input: CreateUploadInput!) {
    createUpload(input: $input) {
      id
      url
      expiresAt
    }
  }
`);

export const InspectUpload = graphql(/* GraphQL */ `
  mutation InspectUpload($input: InspectUploadInput!) {
    inspectUpload(input: $input) {
      id
    }
  }
`);

export const InspectionChanged = graphql(/* GraphQL */ `
  subscription InspectionChanged($id: ID!) {
    inspectionChanged(id: $id) {
      id
      status
      failure {
        code
        message
      }
      plan {
        ...PlanFields
      }
    }
  }

  fragment PlanFields on ImportPlan {
    kind
    modality
    header
    sheets
    sheet
    delimiter
    dateOrder
    columns {
      name
      role
      leftOut
      missing
      distinct
      samples
    }
    classes {
      name
      count
    }
    classCount
    parts {
      name
      count
    }
    exampleCount
    unlabelledCount
    sampled
    examples {
      name
      className
      part
      text
      image
    }
    findings
    problem {
      code
      message
    }
  }
`);

export const ImportDataSet = graphql(/* GraphQL */ `
  mutation ImportDataSet($input: ImportDataSetInput!) {
    importDataSet(input: $input) {
      id
      number
      status
      progress
      dataSet {
        id
        name
      }
    }
  }
`);

export const ImportModel = graphql(/* GraphQL */ `
  mutation ImportModel($input: ImportModelInput!) {
    importModel(input: $input) {
      ...ModelRow
    }
  }
`);
