#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace quotary::glass {

// Tags of the document data and termlist tables are kept compressed where that makes them shorter:
// raw deflate, without zlib's header or checksum (window of 15 bits). How hard it was tried to make
// them short decides what is written, not whether it can be read: every Xapian reads all of these.
enum class Compression {
  none,
  quick,      // libdeflate, level 1: four times as quick, and 2 % longer on news
  as_xapian,  // zlib, level 6: the very bytes that Xapian's own writer gives
};

// Tags up to this size are stored as they are.
inline constexpr size_t uncompressed_tag_bytes = 18;

class Compressor {
 public:
  virtual ~Compressor() = default;

  // The tag compressed, valid until the next call; nullopt where it is better left as it is.
  virtual std::optional<std::string_view> compress(std::string_view tag) = 0;
};

std::unique_ptr<Compressor> make_compressor(Compression compression);

}  // namespace quotary::glass
