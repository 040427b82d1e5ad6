// Put in front of tfjs-node's sources. The first session of a process says on stderr that a pass is not enabled, by a
// logger inside the library that TF_CPP_MIN_LOG_LEVEL does not reach. These two lines are dropped; others pass.
#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "tensorflow/c/c_api.h"

static void passOn(const std::string& text) {
  for (size_t from = 0; from < text.size();) {
    const size_t newline = text.find('\n', from);
    const size_t end = newline == std::string::npos ? text.size() : newline + 1;
    const std::string line = text.substr(from, end - from);
    const bool noise = line.find("MLIR V1 optimization pass is not enabled") != std::string::npos ||
                       line.find("All log messages before absl::InitializeLog()") != std::string::npos;
    if (!noise && write(2, line.data(), line.size()) < 0) return;
    from = end;
  }
}

static TF_Session* loadQuietly(const TF_SessionOptions* options, const TF_Buffer* run, const char* folder,
                               const char* const* tags, int count, TF_Graph* graph, TF_Buffer* meta,
                               TF_Status* status) {
  static bool first = true;
  const int held = first ? memfd_create("stderr", MFD_CLOEXEC) : -1;
  const int real = held < 0 ? -1 : dup(2);
  first = false;
  if (real >= 0) dup2(held, 2);
  TF_Session* session =
      TF_LoadSessionFromSavedModel(options, run, folder, tags, count, graph, meta, status);
  if (real >= 0) {
    dup2(real, 2);
    close(real);
    std::string text(lseek(held, 0, SEEK_END), '\0');
    const ssize_t size = pread(held, &text[0], text.size(), 0);
    if (size > 0) passOn(text);
  }
  if (held >= 0) close(held);
  return session;
}

#define TF_LoadSessionFromSavedModel loadQuietly
