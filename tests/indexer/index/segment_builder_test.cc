#include "indexer/index/segment_builder.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <set>

#include "common/base/error.h"
#include "common/store/disk.h"
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

std::set<std::string> entries(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  return names;
}

// Words with several positions, stems, marks and values.
IndexDocument full_document(unsigned number) {
  IndexDocument document;
  for (uint32_t at = 1; at < 60; ++at)
    document.add_word("XT", "w" + std::to_string(at * number % 13), 3 * at);
  for (uint32_t i = 0; i < 5; ++i)
    document.add_stem("", "s" + std::to_string(i % (1 + number % 4)));
  document.add_mark("XE" + std::to_string(number % 2));
  document.add_mark("XF" + std::to_string(number));
  document.set_value(Slot::when, "2024010" + std::to_string(number % 9));
  if (number % 3 == 0) document.set_value(Slot::repeats, std::string(number, 'r'));
  document.set_data("document " + std::to_string(number));
  return document;
}

void build_full(const std::filesystem::path& segment, const std::vector<unsigned>& numbers) {
  auto builder = make_bulk_segment_builder();
  std::filesystem::path folder = segment;
  folder += ".part0";
  auto part = builder->new_part(folder);
  for (unsigned number : numbers) part->add(full_document(number));
  std::vector<std::unique_ptr<FinishedPart>> parts;
  parts.push_back(part->finish());
  builder->merge_parts(parts, segment);
}

TEST(SegmentBuilder, WhatIsKeptIsTheSameAsIfTheRestHadNeverBeen) {
  TestFolder folder;
  build_full(folder / "all", {1, 2, 3, 4, 5, 6, 7, 8, 9});
  build_full(folder / "some", {1, 2, 4, 5, 6, 9});
  auto builder = make_bulk_segment_builder();
  merge_segments({folder / "all"}, {"XF3", "XF7", "XF8"}, *builder, folder / "dropped");
  merge_segments({folder / "some"}, {}, *builder, folder / "compacted");
  for (const char* table : {"postlist.glass", "position.glass", "docdata.glass"})
    EXPECT_EQ(read_whole_file(folder / "dropped" / table),
              read_whole_file(folder / "compacted" / table))
        << table;
}

// Four documents, the first three of one vocabulary: made one from another, or each by itself.
void build_four(const SegmentBuilder& builder, const std::filesystem::path& segment, bool apart) {
  std::filesystem::path folder = segment;
  folder += ".part0";
  auto part = builder.new_part(folder);
  IndexDocument document;
  uint32_t harbour = 0;
  auto begin = [&] {
    document.clear();
    document.add_mark("XFone");
    harbour = document.term("XT", "harbour");
  };
  begin();
  const IndexDocument::Extent shared = document.extent();
  for (uint32_t number = 0; number < 3; ++number) {
    apart ? begin() : document.cut_back(shared);
    document.add_word("XT", "ferry" + std::to_string(number % 2), 1);
    for (uint32_t at = 2; at < 4 + number; ++at) document.add({harbour, 1, at});
    part->add(document);
  }
  document.clear();
  document.add_word("XT", "harbour", 7);
  part->add(document);
  std::vector<std::unique_ptr<FinishedPart>> parts;
  parts.push_back(part->finish());
  builder.merge_parts(parts, segment);
}

TEST(SegmentBuilder, DocumentsOfOneVocabularyAreWrittenAsEachByItself) {
  TestFolder folder;
  for (std::string name : {"api", "bulk"}) {
    auto builder = make_segment_builder(name);
    build_four(*builder, folder / (name + "together"), false);
    build_four(*builder, folder / (name + "apart"), true);
    for (const char* table : {"postlist.glass", "position.glass"})
      EXPECT_EQ(read_whole_file(folder / (name + "together") / table),
                read_whole_file(folder / (name + "apart") / table))
          << name << ' ' << table;
    Xapian::Database database((folder / (name + "together")).string());
    EXPECT_EQ(database.get_collection_freq("XTharbour"), 2u + 3 + 4 + 1);
    EXPECT_EQ(database.get_termfreq("XTferry0"), 2u);
    EXPECT_EQ(database.get_termfreq("XFone"), 3u);
  }
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

TEST(SegmentBuilder, ATermThatNoTableHoldsIsAnError) {
  for (std::string name : {"api", "bulk"}) {
    TestFolder folder;
    auto part = make_segment_builder(name)->new_part(folder / "part");
    try {
      part->add(document_of(std::string(246, 'x'), "XF"));
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::index);
    }
  }
}

TEST(SegmentBuilder, AMergeOfWhatIsNoDatabaseIsAnError) {
  TestFolder folder;
  build(*make_bulk_segment_builder(), folder, "one", {{"a", "b"}});
  folder.write("two/iamglass", "it is not");
  for (const std::string dropped : {"XFa", "XFnone"})
    EXPECT_THROW(merge_segments({folder / "one", folder / "two"}, {dropped},
                                *make_bulk_segment_builder(), folder / "merged"),
                 Error);
}

// A builder that is broken: it leaves out every document after the first.
class LosingBuilder : public SegmentBuilder {
 public:
  std::string_view name() const override { return "losing"; }
  std::unique_ptr<SegmentPart> new_part(const std::filesystem::path& folder) const override {
    return std::make_unique<Part>(whole_->new_part(folder));
  }
  void merge_parts(const std::vector<std::unique_ptr<FinishedPart>>& parts,
                   const std::filesystem::path& segment) const override {
    whole_->merge_parts(parts, segment);
  }

 private:
  struct Part : SegmentPart {
    explicit Part(std::unique_ptr<SegmentPart> part) : whole(std::move(part)) {}
    void add(const IndexDocument& document) override {
      if (added++ == 0) whole->add(document);
    }
    std::unique_ptr<FinishedPart> finish() override { return whole->finish(); }
    std::unique_ptr<SegmentPart> whole;
    int added = 0;
  };
  std::unique_ptr<SegmentBuilder> whole_ = make_bulk_segment_builder();
};

TEST(SegmentBuilder, AMergeThatLosesDocumentsIsAnError) {
  TestFolder folder;
  build(*make_bulk_segment_builder(), folder, "one", {{"a", "b", "c"}});
  build(*make_bulk_segment_builder(), folder, "two", {{"d"}});
  try {
    merge_segments({folder / "one", folder / "two"}, {"XFa"}, LosingBuilder(), folder / "merged");
    FAIL() << "it went through";
  } catch (const Error& e) {
    EXPECT_EQ(e.kind(), ErrorKind::index);
    EXPECT_NE(std::string(e.what()).find("merging lost documents"), std::string::npos);
  }
}

TEST(SegmentBuilder, MergingDropsWhatItIsTold) {
  TestFolder folder;
  build(*make_api_segment_builder(), folder, "one", {{"a", "b", "c"}});
  build(*make_bulk_segment_builder(), folder, "two", {{"d", "e"}});
  build(*make_bulk_segment_builder(), folder, "three", {{"f"}});
  build(*make_bulk_segment_builder(), folder, "four", {{"g", "h"}});
  std::filesystem::create_directory(folder / "work");
  for (std::string name : {"api", "bulk"}) {
    merge_segments({folder / "one", folder / "two", folder / "three", folder / "four"},
                   {"XFb", "XFd", "XFf", "XFnone"}, *make_segment_builder(name),
                   folder / ("work/" + name));
    EXPECT_EQ(data_of(folder / ("work/" + name)),
              (std::vector<std::string>{"a", "c", "e", "g", "h"}));
    EXPECT_EQ(Xapian::Database::check((folder / ("work/" + name)).string()), 0u);
  }
  EXPECT_EQ(entries(folder / "work"), (std::set<std::string>{"api", "bulk"}));
}

}  // namespace
}  // namespace quotary
