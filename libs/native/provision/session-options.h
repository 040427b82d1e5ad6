// Put in front of tfjs-node's sources: sessions rewrite their graphs once and only by fusing ops. The other rewrites
// took a fifth of the time that a large graph needs to compile, and made no step faster.
#include "tensorflow/c/c_api.h"

static inline TF_SessionOptions* quickSessionOptions() {
  // ConfigProto { graph_options { rewrite_options { … } } }: a byte pair is a field's number times eight and its
  // value; 2 is OFF. Numbers above 15 take two bytes.
  static const unsigned char config[] = {
      0x52, 0x1d, 0x52, 0x1b,
      0x08, 0x02,        // 1 layout_optimizer
      0x20, 0x01,        // 4 memory_optimization: NO_MEM_OPT
      0x60, 0x01,        // 12 meta_optimizer_iterations: ONE
      0x38, 0x02,        // 7 arithmetic_optimization
      0x48, 0x02,        // 9 loop_optimization
      0xb0, 0x01, 0x02,  // 22 implementation_selector
      0x18, 0x02,        // 3 constant_folding
      0x50, 0x02,        // 10 function_optimization
      0x40, 0x02,        // 8 dependency_optimization
      0xc0, 0x01, 0x02,  // 24 common_subgraph_elimination
      0x68, 0x02,        // 13 shape_optimization
      0x80, 0x02, 0x01,  // 32 disable_tfg_optimizer
  };
  TF_SessionOptions* options = TF_NewSessionOptions();
  TF_Status* status = TF_NewStatus();
  TF_SetConfig(options, config, sizeof(config), status);
  TF_DeleteStatus(status);
  return options;
}

#define TF_NewSessionOptions quickSessionOptions
