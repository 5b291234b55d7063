#include "indexer/glass/compressor.h"

#include <limits>
#include <new>

namespace quotary::glass {

Compressor::Compressor(int level) : level_(level) {
  if (level_ == 0) return;
  constexpr int raw_window_bits = -15;
  constexpr int memory_level = 9;
  if (deflateInit2(&stream_, level_, Z_DEFLATED, raw_window_bits, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::bad_alloc();
  }
}

Compressor::~Compressor() {
  if (level_ != 0) deflateEnd(&stream_);
}

std::optional<std::string_view> Compressor::compress(std::string_view tag) {
  if (level_ == 0 || tag.size() <= uncompressed_tag_bytes) return std::nullopt;
  // No table takes a tag anywhere near 4 GiB; whoever stores it will refuse it.
  if (tag.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
  deflateReset(&stream_);
  if (compressed_.size() < tag.size()) compressed_.resize(tag.size());
  // zlib reads this and does not change it; its interface is older than const.
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(tag.data()));
  stream_.avail_in = static_cast<uInt>(tag.size());
  stream_.next_out = reinterpret_cast<Bytef*>(compressed_.data());
  stream_.avail_out = static_cast<uInt>(tag.size());
  if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return std::nullopt;  // did not fit
  if (stream_.total_out >= tag.size()) return std::nullopt;
  return std::string_view(compressed_).substr(0, stream_.total_out);
}

}  // namespace quotary::glass
