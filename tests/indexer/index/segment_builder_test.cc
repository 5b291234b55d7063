#include "indexer/index/segment_builder.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include "common/base/error.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

IndexDocument document_of(const std::string& word, const std::string& mark) {
  IndexDocument document;
  document.add_word("", word, 1);
  document.add_mark(mark);
  document.set_data(word);
  return document;
}

void build(const SegmentBuilder& builder, const TestFolder& folder, const std::string& name,
           const std::vector<std::vector<std::string>>& words) {
  std::vector<std::unique_ptr<FinishedPart>> parts;
  for (const auto& part_words : words) {
    auto part = builder.new_part(folder / (name + std::to_string(parts.size())));
    for (const std::string& word : part_words) part->add(document_of(word, "XF" + word));
    parts.push_back(part->finish());
  }
  builder.merge_parts(parts, folder / name);
}

std::vector<std::string> data_of(const std::filesystem::path& segment) {
  Xapian::Database database(segment.string());
  std::vector<std::string> all;
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    all.push_back(database.get_document(*at).get_data());
  return all;
}

TEST(SegmentBuilder, TheBulkWriterAgreesWithThisXapian) {
  TestFolder folder;
  EXPECT_TRUE(bulk_writer_agrees(folder / "agreement"));
  EXPECT_FALSE(std::filesystem::exists(folder / "agreement"));
}

TEST(SegmentBuilder, PartsKeepTheirOrderAndLeaveNothingBehind) {
  for (std::string name : {"api", "bulk", "auto"}) {
    TestFolder folder;
    build(*make_segment_builder(name), folder, "segment", {{"a", "b"}, {"c"}, {"d", "e"}});
    EXPECT_EQ(data_of(folder / "segment"), (std::vector<std::string>{"a", "b", "c", "d", "e"}));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
      EXPECT_EQ(entry.path().filename(), "segment") << name;
  }
  EXPECT_THROW(make_segment_builder("other"), Error);
}

TEST(SegmentBuilder, MergingDropsWhatItIsTold) {
  TestFolder folder;
  build(*make_api_segment_builder(), folder, "one", {{"a", "b", "c"}});
  build(*make_bulk_segment_builder(), folder, "two", {{"d", "e"}});
  merge_segments({folder / "one", folder / "two"}, {"XFb", "XFd", "XFnone"}, folder / "merged");
  EXPECT_EQ(data_of(folder / "merged"), (std::vector<std::string>{"a", "c", "e"}));
  EXPECT_FALSE(std::filesystem::exists(folder / "merged.whole"));
  EXPECT_EQ(Xapian::Database::check((folder / "merged").string()), 0u);
}

}  // namespace
}  // namespace quotary
