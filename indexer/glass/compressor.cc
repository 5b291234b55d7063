#include "indexer/glass/compressor.h"

#include <libdeflate.h>
#include <zlib.h>

#include <limits>
#include <new>
#include <string>

namespace quotary::glass {
namespace {

class NoCompressor final : public Compressor {
 public:
  std::optional<std::string_view> compress(std::string_view) override { return std::nullopt; }
};

// Shorter tags are left as they are: making codes for each of the many lists of terms of a
// statement took an eighth of a whole build and won a sixteenth of its size.
constexpr size_t quick_minimum = 1024;

class QuickCompressor final : public Compressor {
 public:
  QuickCompressor() : compressor_(libdeflate_alloc_compressor(1), libdeflate_free_compressor) {
    if (!compressor_) throw std::bad_alloc();
  }

  std::optional<std::string_view> compress(std::string_view tag) override {
    if (tag.size() < quick_minimum) return std::nullopt;
    if (compressed_.size() < tag.size()) compressed_.resize(tag.size());
    // 0 where the outcome would not be shorter than the tag.
    const size_t size = libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(),
                                                    compressed_.data(), tag.size() - 1);
    if (size == 0) return std::nullopt;
    return std::string_view(compressed_).substr(0, size);
  }

 private:
  std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor_;
  std::string compressed_;
};

class XapianCompressor final : public Compressor {
 public:
  XapianCompressor() {
    constexpr int level = 6;
    constexpr int raw_window_bits = -15;
    constexpr int memory_level = 9;
    if (deflateInit2(&stream_, level, Z_DEFLATED, raw_window_bits, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  XapianCompressor(const XapianCompressor&) = delete;
  XapianCompressor& operator=(const XapianCompressor&) = delete;
  ~XapianCompressor() override { deflateEnd(&stream_); }

  std::optional<std::string_view> compress(std::string_view tag) override {
    // No table takes a tag anywhere near 4 GiB; whoever stores it will refuse it.
    if (tag.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
    if (tag.size() <= uncompressed_tag_bytes) return std::nullopt;
    if (compressed_.size() < tag.size()) compressed_.resize(tag.size());
    deflateReset(&stream_);
    // zlib reads this and does not change it; its interface is older than const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
    stream_.avail_in = static_cast<uInt>(tag.size());
    stream_.next_out = reinterpret_cast<Bytef*>(compressed_.data());
    stream_.avail_out = static_cast<uInt>(tag.size());
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return std::nullopt;  // did not fit
    if (stream_.total_out >= tag.size()) return std::nullopt;
    return std::string_view(compressed_).substr(0, stream_.total_out);
  }

 private:
  z_stream stream_{};
  std::string compressed_;
};

}  // namespace

std::unique_ptr<Compressor> make_compressor(Compression compression) {
  switch (compression) {
    case Compression::quick:
      return std::make_unique<QuickCompressor>();
    case Compression::as_xapian:
      return std::make_unique<XapianCompressor>();
    case Compression::none:
      break;
  }
  return std::make_unique<NoCompressor>();
}

}  // namespace quotary::glass
