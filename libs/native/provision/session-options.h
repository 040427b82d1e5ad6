// Put in front of tfjs-node's sources: sessions rewrite their graphs once instead of twice, without the memory and layout
// optimisers, which find nothing to do on a CPU and take half of the time that a large graph needs to compile.
#include "tensorflow/c/c_api.h"

static inline TF_SessionOptions* quickSessionOptions() {
  // ConfigProto { graph_options { rewrite_options { layout_optimizer: OFF memory_optimization: NO_MEM_OPT
  // meta_optimizer_iterations: ONE } } }
  static const unsigned char config[] = {0x52, 0x08, 0x52, 0x06, 0x08, 0x02, 0x20, 0x01, 0x60, 0x01};
  TF_SessionOptions* options = TF_NewSessionOptions();
  TF_Status* status = TF_NewStatus();
  TF_SetConfig(options, config, sizeof(config), status);
  TF_DeleteStatus(status);
  return options;
}

#define TF_NewSessionOptions quickSessionOptions
