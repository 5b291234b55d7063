#pragma once

#include <zlib.h>

#include <optional>
#include <string>
#include <string_view>

namespace quotary::glass {

// Tags of the document data and termlist tables are kept compressed where that makes them shorter:
// raw deflate, without zlib's header or checksum (window of 15 bits). The level decides what is
// written, not whether it can be read: every level is read by every Xapian. Level 6 gives the very
// bytes that Xapian's own writer gives.
inline constexpr int xapian_compression_level = 6;

// Tags up to this size are stored as they are.
inline constexpr size_t uncompressed_tag_bytes = 18;

class Compressor {
 public:
  // Level: 0 compresses nothing, 1 is the quickest, 9 the tightest.
  explicit Compressor(int level = xapian_compression_level);
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;
  ~Compressor();

  // The tag compressed, valid until the next call; nullopt where it is better left as it is.
  std::optional<std::string_view> compress(std::string_view tag);

 private:
  int level_;
  z_stream stream_{};
  std::string compressed_;
};

}  // namespace quotary::glass
