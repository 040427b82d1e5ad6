import protobuf from 'protobufjs';

/** The part of TensorFlow's saved_model.proto and what it needs that is written here, with its field numbers. */
const schema = `syntax = "proto3";
message Shape { message Dim { int64 size = 1; } repeated Dim dim = 2; bool unknown_rank = 3; }
message TensorProto { int32 dtype = 1; Shape tensor_shape = 2; bytes tensor_content = 4; repeated float float_val = 5;
  repeated int32 int_val = 7; repeated bytes string_val = 8; repeated bool bool_val = 11; }
message NameAttrList { string name = 1; map<string, AttrValue> attr = 2; }
message AttrValue {
  message List { repeated bytes s = 2; repeated int64 i = 3; repeated float f = 4; repeated bool b = 5;
    repeated int32 type = 6; repeated Shape shape = 7; }
  oneof value { List list = 1; bytes s = 2; int64 i = 3; float f = 4; bool b = 5; int32 type = 6; Shape shape = 7;
    TensorProto tensor = 8; NameAttrList func = 10; } }
message NodeDef { string name = 1; string op = 2; repeated string input = 3; string device = 4;
  map<string, AttrValue> attr = 5; }
message VersionDef { int32 producer = 1; int32 min_consumer = 2; }
message ArgDef { string name = 1; int32 type = 3; }
message OpDef { string name = 1; repeated ArgDef input_arg = 2; repeated ArgDef output_arg = 3; bool is_stateful = 17; }
message FunctionDef { OpDef signature = 1; repeated NodeDef node_def = 3; map<string, string> ret = 4;
  map<string, AttrValue> attr = 5; map<string, string> control_ret = 6; }
message Library { repeated FunctionDef function = 1; }
message GraphDef { repeated NodeDef node = 1; Library library = 2; VersionDef versions = 4; }
message TensorInfo { string name = 1; int32 dtype = 2; Shape tensor_shape = 3; }
message SignatureDef { map<string, TensorInfo> inputs = 1; map<string, TensorInfo> outputs = 2; string method_name = 3; }
message MetaInfo { repeated string tags = 4; string tensorflow_version = 5; }
message MetaGraph { MetaInfo meta_info_def = 1; GraphDef graph_def = 2; map<string, SignatureDef> signature_def = 5; }
message SavedModel { int64 saved_model_schema_version = 1; repeated MetaGraph meta_graphs = 2; }`;

const { root } = protobuf.parse(schema, { keepCase: true });

/** A message type by its name in the schema above. */
export function messageType(name: string): protobuf.Type {
  return root.lookupType(name);
}
