#include "corpus/reader/reader.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "corpus/reader/formats.h"

namespace quotary {
namespace {

constexpr size_t kHead = 8192;  // bytes that a format is told by

const SourceFormat* format_of(const Source& source) {
  if (!source.options.format.empty()) {
    const SourceFormat* format = find_source_format(source.options.format);
    // What was asked for may lie in an archive.
    bool wrapped =
        recognise_format(source.bytes.peek(kHead), source.name) == find_source_format("archive");
    return format && wrapped ? find_source_format("archive") : format;
  }
  return recognise_format(source.bytes.peek(kHead), source.name);
}

}  // namespace

void read_source(const Source& source) {
  try {
    std::string_view head = source.bytes.peek(kHead);
    if (head.empty()) return source.skipped("the file is empty");
    const SourceFormat* format = format_of(source);
    if (format) return format->read(source);
    if (!source.options.format.empty()) {
      return source.skipped(fmt::format("no format is named {}", source.options.format));
    }
    bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
    source.skipped("not a text file", utf16 ? "it may be UTF-16: convert it to UTF-8" : "");
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    source.skipped(error.what(), error.hint());
  }
}

}  // namespace quotary
