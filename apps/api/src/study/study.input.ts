import { Extensions, Field, ID, InputType } from 'type-graphql';
import { CandidateInput } from '../evaluation/evaluation.input.js';
import { ProtocolInput } from '../evaluation/protocol.input.js';
import { InProject } from '../project/in-project.input.js';
import { asNameOf } from '../schema/name-for.js';

@InputType({ description: 'Several candidates on the same units.' })
export class StartStudyInput extends InProject {
  @Extensions(asNameOf('study'))
  @Field(() => String, { nullable: true, description: 'A name; made from the data sets when left out.' })
  name?: string;
  @Field(() => [ID], {
    description: 'READY versions of one kind of examples; several give ranks over data sets.',
  })
  versionIds!: string[];
  @Field(() => ProtocolInput, { description: 'How all are scored.' })
  protocol!: ProtocolInput;
  @Field(() => [CandidateInput], { description: '2 to 20 candidates.' })
  candidates!: CandidateInput[];
}
