#pragma once

#include <gumbo.h>

#include <csetjmp>
#include <cstdint>
#include <string_view>

#include "corpus/reader/limits.h"

namespace quotary {

// A page of HTML as the library's tree, in memory of its own. That memory has a limit, since a few
// kilobytes can stand for gigabytes: a <b> that is never closed is repeated in every paragraph
// after it. `html` must outlive the tree.
class PageTree {
 public:
  PageTree(std::string_view html, const ReaderLimits& limits);
  ~PageTree();
  PageTree(const PageTree&) = delete;
  PageTree& operator=(const PageTree&) = delete;

  // nullptr for a page that goes over a limit.
  const GumboNode* root() const { return root_; }

  // Whether elements that were too deep were cut off: the rest may be read by recursion.
  bool is_cut() const { return is_cut_; }

 private:
  struct Block {
    Block* before;
  };

  static void* allocate(void* tree, size_t size);
  void* take(size_t size);
  bool add_block(size_t size);
  void parse(std::string_view html);

  uint64_t most_bytes_;
  uint64_t bytes_ = 0;
  Block* last_ = nullptr;
  char* next_ = nullptr;  // what is free of the last block
  size_t left_ = 0;
  std::jmp_buf full_;
  GumboNode* root_ = nullptr;
  bool is_cut_ = false;
};

}  // namespace quotary
