#include "corpus/reader/page_tree.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace quotary {
namespace {

constexpr size_t kBlockBytes = size_t{1} << 18;
constexpr size_t kAlignment = alignof(std::max_align_t);

// Tags that are open at a time, and their sum over all tags: the library looks through the open
// ones at many a tag.
constexpr uint64_t kMostOpen = 20'000;
constexpr uint64_t kMostLooks = 2'000'000'000;

// Counts tags that are not closed, those that need not be among them.
bool is_too_deep(std::string_view html) {
  uint64_t open = 0;
  uint64_t looks = 0;
  for (size_t at = 0; (at = html.find('<', at)) != html.npos; ++at) {
    char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (next == '/') {
      open -= open > 0 ? 1 : 0;
    } else if ((next | 0x20) >= 'a' && (next | 0x20) <= 'z') {
      ++open;
    }
    looks += open;
    if (open > kMostOpen || looks > kMostLooks) return true;
  }
  return false;
}

// Leaves so many levels of elements below a node; whether there were more.
bool cut_below(GumboNode* node, unsigned levels) {
  if (node->type != GUMBO_NODE_ELEMENT) return false;
  GumboVector& children = node->v.element.children;
  if (levels == 0) return std::exchange(children.length, 0U) > 0;
  bool cut = false;
  for (unsigned i = 0; i < children.length; ++i)
    cut |= cut_below(static_cast<GumboNode*>(children.data[i]), levels - 1);
  return cut;
}

}  // namespace

PageTree::PageTree(std::string_view html, const ReaderLimits& limits)
    : most_bytes_(std::max(limits.free_tree_bytes, limits.tree_factor * html.size())) {
  if (!is_too_deep(html)) parse(html);
  if (root_ != nullptr) is_cut_ = cut_below(root_, limits.nesting);
}

PageTree::~PageTree() {
  while (last_ != nullptr) std::free(std::exchange(last_, last_->before));
}

// The library takes no refusal of memory: what is full leaves it by a jump, which passes over
// nothing but its own C functions. All that it took is in the blocks.
void PageTree::parse(std::string_view html) {
  if (setjmp(full_) != 0) return;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &PageTree::allocate;
  options.deallocator = [](void*, void*) {};
  options.userdata = this;
  options.max_errors = 0;
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

void* PageTree::allocate(void* tree, size_t size) {
  auto& self = *static_cast<PageTree*>(tree);
  void* memory = self.take((size + kAlignment - 1) / kAlignment * kAlignment);
  if (memory == nullptr) std::longjmp(self.full_, 1);
  return memory;
}

void* PageTree::take(size_t size) {
  if (size > left_ && !add_block(size)) return nullptr;
  left_ -= size;
  return std::exchange(next_, next_ + size);
}

bool PageTree::add_block(size_t size) {
  constexpr size_t kHead = std::max(sizeof(Block), kAlignment);
  const size_t room = std::max(size, kBlockBytes);
  if (room > most_bytes_ - bytes_) return false;
  void* memory = std::malloc(kHead + room);
  if (memory == nullptr) return false;
  last_ = new (memory) Block{last_};
  next_ = static_cast<char*>(memory) + kHead;
  left_ = room;
  bytes_ += room;
  return true;
}

}  // namespace quotary
