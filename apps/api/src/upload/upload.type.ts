import { Extensions, Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { InProject } from '../project/in-project.input.js';
import { asNameOf } from '../schema/name-for.js';

@ObjectType({ description: 'A place for a file on its way in.' })
export class Upload {
  @Field(() => ID, { description: 'Pass it to importDataSet.' })
  id!: string;
  @Field(() => String, {
    description:
      "PUT the file here, relative to the API's origin, before expiresAt. After a lost connection HEAD says in Upload-Offset how much arrived, and PATCH with that header sends the rest.",
  })
  url!: string;
  @Field(() => Date, { description: 'When the URL expires.' })
  expiresAt!: Date;
}

@InputType({ description: 'A file that is about to be sent.' })
export class CreateUploadInput extends InProject {
  @Extensions(asNameOf('file'))
  @Field(() => String, { description: 'Its name.' })
  fileName!: string;
  @Field(() => Float, { description: 'Its exact size.' })
  bytes!: number;
}
