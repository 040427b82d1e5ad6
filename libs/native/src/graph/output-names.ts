/**
 * What TensorFlow 2.18 calls the outputs of the ops that are recorded here; a star is a list. Nodes of a function name
 * an input by them (`node:product:0`), nodes of a graph by number alone. An op that is missing has one `output`.
 */
const outputs: Record<string, string> = {
  y: 'Abs Acos Acosh Asin Asinh Atan Atanh Cast Ceil ComplexAbs Cos Cosh Erf Exp Expm1 Floor InplaceAdd InplaceUpdate IsFinite IsInf IsNan Log Log1p LogicalNot Neg OnesLike Reciprocal Round Rsqrt Sigmoid Sign Sin Sinh Sqrt Square Tan Tanh Transpose ZerosLike',
  z: 'Add AddV2 Atan2 BitwiseAnd Div DivNoNan Equal FloorDiv FloorMod Greater GreaterEqual Less LessEqual LogicalAnd LogicalOr Maximum Minimum Mod Mul NotEqual Pow RealDiv RsqrtGrad SigmoidGrad SqrtGrad SquaredDifference Sub TanhGrad',
  'output*':
    'For IdentityN If PartitionedCall SplitV StatefulPartitionedCall StatelessIf StatelessWhile Unpack While',
  activations: 'Elu LeakyRelu Relu Relu6 Selu Softplus',
  out: 'ApplyAdam Complex Cumprod Cumsum Simple',
  image: 'DecodeBmp DecodeGif DecodeJpeg DecodePng',
  backprops: 'EluGrad ReluGrad',
  contents: 'EncodeJpeg EncodePng',
  product: 'MatMul _FusedMatMul',
  resized_images: 'ResizeBilinear ResizeNearestNeighbor',
  'values indices': 'TopK TopKV2',
  'y idx': 'Unique UniqueV2',
  band: 'MatrixBandPart',
  bins: 'Bincount',
  crops: 'CropAndResize',
  dense: 'SparseToDense',
  filter_backprop: 'Dilation2DBackpropFilter',
  handle: 'TensorListReserve',
  in_backprop: 'Dilation2DBackpropInput',
  index: 'Where',
  'indices values shape': 'StringSplit',
  logsoftmax: 'LogSoftmax',
  'loss backprop': 'SparseSoftmaxCrossEntropyWithLogits',
  'ngrams ngrams_splits': 'StringNGrams',
  'output argmax': 'MaxPoolWithArgmax',
  'output value_index': 'Merge',
  'output_indices output_shape': 'SparseReshape',
  'output_indices output_values empty_row_indicator reverse_index_map': 'SparseFillEmptyRows',
  'output_nested_splits* output_dense_values': 'RaggedGather',
  r0: 'BroadcastArgs',
  resource: 'VarHandleOp',
  result: 'RaggedTensorToTensor',
  'rt_nested_splits rt_dense_values': 'RaggedRange',
  selected_indices: 'NonMaxSuppressionV3',
  'selected_indices selected_scores valid_outputs': 'NonMaxSuppressionV5',
  'selected_indices valid_outputs': 'NonMaxSuppressionV4',
  softmax: 'Softmax',
  sum: 'AddN',
  value: 'ReadVariableOp',
  values: 'LookupTableFindV2',
  writer: 'SummaryWriter',
  'x_backprop scale_backprop offset_backprop reserve_space_4 reserve_space_5': 'FusedBatchNormGradV3',
  'y batch_mean batch_variance reserve_space_1 reserve_space_2': 'FusedBatchNorm',
  'y batch_mean batch_variance reserve_space_1 reserve_space_2 reserve_space_3': 'FusedBatchNormV3',
};

const names = new Map(
  Object.entries(outputs).flatMap(([args, ops]) =>
    ops.split(' ').map((op): [string, string[]] => [op, args.split(' ')]),
  ),
);

/** The name of output number `index` of an op as a function's nodes write it: `y:0`. */
export function outputName(op: string, index: number): string {
  const args = names.get(op) ?? ['output'];
  const first = args[0]!;
  return first.endsWith('*') ? `${first.slice(0, -1)}:${index}` : `${args[index]}:0`;
}
