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
