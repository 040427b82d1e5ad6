import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { ErrorCodeEnum, RunStatusEnum } from '../schema/enums.js';

@ObjectType({ description: 'How many tasks of a kind are in a state.' })
export class TaskCount {
  @Field(() => String, { description: 'Such as run, import or shard.' })
  kind!: string;
  @Field(() => RunStatusEnum, { description: 'Where they stand.' })
  status!: string;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

// Named, since bundled beside the Worker of Node its class has another name.
@ObjectType('Worker', { description: 'A worker that is there, or is silent.' })
export class Worker {
  @Field(() => String, { description: 'Its machine and process.' })
  name!: string;
  @Field(() => Int, { description: 'Tasks that it works on.' })
  running!: number;
  @Field(() => Date, { description: 'When it started.' })
  startedAt!: Date;
  @Field(() => Date, {
    description: 'When it was last heard of; it says every five seconds that it is there.',
  })
  seenAt!: Date;
  @Field(() => Boolean, {
    description:
      'Whether it was not heard of for half a minute and did not say that it stopped: it was killed, or cannot reach the database.',
  })
  isSilent!: boolean;
}

@ObjectType({ description: 'A task that failed.' })
export class FailedTask {
  @Field(() => String, { description: 'Such as run, import or shard.' })
  kind!: string;
  @Field(() => ID, { description: 'What it was about.' })
  subject!: string;
  @Field(() => String, { nullable: true, description: 'Which worker had it.' })
  worker!: string | null;
  @Field(() => ErrorCodeEnum, { description: 'What went wrong.' })
  code!: string;
  @Field(() => String, { description: 'What went wrong and what to do.' })
  message!: string;
  @Field(() => Date, { nullable: true, description: 'When.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'What things of a kind take.' })
export class StoredKind {
  @Field(() => String, { description: 'What they are.' })
  name!: string;
  @Field(() => Int, { description: 'How many.' })
  count!: number;
  @Field(() => Float, { description: 'Their bytes; what several kinds share counts for the first of them.' })
  bytes!: number;
}

@ObjectType({ description: 'What is stored, and how much room is left.' })
export class Storage {
  @Field(() => [StoredKind], { description: 'All contents by kind.' })
  kinds!: StoredKind[];
  @Field(() => Int, { description: 'Contents in the folder of blobs.' })
  blobCount!: number;
  @Field(() => Float, { description: 'Their bytes.' })
  blobBytes!: number;
  @Field(() => Float, { description: 'Bytes of the database.' })
  databaseBytes!: number;
  @Field(() => Float, { description: 'Free bytes of the disk that holds the blobs.' })
  freeBytes!: number;
}

@ObjectType({ description: 'Days that things are kept, as KSHOT_KEEP_… sets them; null for ever.' })
export class KeptDays {
  @Field(() => Float, { description: 'Uploads that expired before they were used.' })
  uploads!: number;
  @Field(() => Float, { nullable: true, description: 'Checkpoints of failed and cancelled runs.' })
  checkpoints!: number | null;
  @Field(() => Float, { nullable: true, description: 'Results of predictions that have ended.' })
  predictions!: number | null;
  @Field(() => Float, { description: 'Inputs of models that are kept to be reviewed.' })
  inputs!: number;
  @Field(() => Float, { nullable: true, description: 'Entries of the audit log.' })
  auditLog!: number | null;
}

@ObjectType({ description: 'How this installation does.' })
export class System {
  @Field(() => [TaskCount], { description: 'Tasks by kind and state.' })
  tasks!: TaskCount[];
  @Field(() => Date, {
    nullable: true,
    description: 'Since when the task that waits longest waits; null where none waits.',
  })
  waitingSince!: Date | null;
  @Field(() => [Worker], {
    description:
      'Those that are there, and silent ones, these first. A silent one leaves the list after ten minutes, once its tasks are taken over.',
  })
  workers!: Worker[];
  @Field(() => [FailedTask], { description: 'The last 20 failures, the newest first.' })
  failures!: FailedTask[];
  @Field(() => Storage, { description: 'What is stored.' })
  storage!: Storage;
  @Field(() => Float, { description: 'Resident memory of the API, in bytes.' })
  memoryBytes!: number;
  @Field(() => Date, { description: 'When the API started.' })
  startedAt!: Date;
}

@ObjectType({ description: 'What was removed because it was old, or because nothing refers to it.' })
export class Collected {
  @Field(() => Int, { description: 'Old things: uploads, checkpoints, predictions and entries of the log.' })
  rows!: number;
  @Field(() => Int, { description: 'How many contents.' })
  count!: number;
  @Field(() => Float, { description: 'Their bytes.' })
  bytes!: number;
  @Field(() => Float, { description: 'Bytes in the folder of blobs before.' })
  bytesBefore!: number;
  @Field(() => Float, { description: 'The same after.' })
  bytesAfter!: number;
}
