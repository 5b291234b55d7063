#include "indexer/glass/spool_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "common/base/error.h"
#include "indexer/glass/output_file.h"

namespace quotary::glass {

SpoolFile::SpoolFile(const std::filesystem::path& folder) : path_(folder / "spool.XXXXXX") {
  std::string name = path_.string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) throw_io_error("create", path_);
  ::unlink(name.c_str());
}

SpoolFile::~SpoolFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SpoolFile::flush() {
  write_buffer();
  std::string().swap(buffer_);
}

void SpoolFile::write_buffer() {
  write_all(descriptor_, buffer_, path_);
  flushed_ += buffer_.size();
  buffer_.clear();
}

void SpoolFile::read(uint64_t offset, char* to, size_t size) const {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor_, to, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_io_error("read", path_);
    if (got == 0) throw Error(ErrorKind::output, path_.string() + ": shorter than was written");
    offset += static_cast<uint64_t>(got);
    to += got;
    size -= static_cast<size_t>(got);
  }
}

SectionReader::SectionReader(std::shared_ptr<const SpoolFile> file, Section section,
                             size_t buffer_bytes)
    : file_(std::move(file)), unread_(section) {
  buffer_.resize(std::max(longest_uint, std::min<size_t>(buffer_bytes, section.size)));
}

void SectionReader::refill(uint64_t wanted) {
  if (unread_.size == 0) return;
  const size_t kept = end_ - next_;
  const uint64_t available = kept + unread_.size;
  std::copy(buffer_.begin() + static_cast<ptrdiff_t>(next_),
            buffer_.begin() + static_cast<ptrdiff_t>(end_), buffer_.begin());
  if (buffer_.size() < wanted) buffer_.resize(std::min(wanted, available));
  const size_t more = std::min<uint64_t>(buffer_.size() - kept, unread_.size);
  file_->read(unread_.begin, buffer_.data() + kept, more);
  unread_.begin += more;
  unread_.size -= more;
  next_ = 0;
  end_ = kept + more;
}

void SectionReader::throw_damaged() const {
  throw Error(ErrorKind::output, "a temporary file does not hold what was written to it",
              "check the disk that the index is on");
}

}  // namespace quotary::glass
