#include <xapian.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <mutex>
#include <stdexcept>

#include "common/base/error.h"
#include "indexer/glass/inverter.h"
#include "indexer/glass/merge_runs.h"
#include "indexer/index/pool.h"
#include "indexer/index/segment_builder.h"

namespace quotary {
namespace {

constexpr unsigned kTestDocuments = 8;

glass::Inverter::Options inverter_options(glass::Compression compression) {
  glass::Inverter::Options options;
  options.compression = compression;
  options.termlists = false;  // as in the parts of the other builder
  options.run_bytes = size_t{16} << 20;
  options.vocabulary_bytes = size_t{16} << 20;
  return options;
}

// They keep the vocabulary that they have seen.
using InverterPool = Pool<glass::Inverter>;

struct BulkFinishedPart : FinishedPart {
  std::vector<glass::SortedRun> runs;
};

class BulkSegmentPart : public SegmentPart {
 public:
  BulkSegmentPart(std::shared_ptr<InverterPool> pool, glass::Compression compression,
                  const std::filesystem::path& folder)
      : pool_(std::move(pool)), inverter_(pool_->take([&] {
          return std::make_unique<glass::Inverter>(folder.parent_path(),
                                                   inverter_options(compression));
        })) {}

  void add(const IndexDocument& document) override {
    values_.clear();
    for (const auto& [slot, value] : document.values())
      values_.push_back({static_cast<uint32_t>(slot), value});
    try {
      number_terms(document.vocabulary());
      tokens_.clear();
      for (const auto& [term, wdf, position] : document.postings())
        tokens_.push_back({numbers_[term], wdf, position > 0 ? position : glass::no_position});
      inverter_->add_document({tokens_, values_, document.data()});
    } catch (const std::invalid_argument& error) {
      throw Error(ErrorKind::index, error.what());
    }
  }

  std::unique_ptr<FinishedPart> finish() override {
    auto finished = std::make_unique<BulkFinishedPart>();
    finished->runs = inverter_->take_runs();
    pool_->give_back(std::move(inverter_));
    return finished;
  }

 private:
  // Documents of an article share most of their terms: each is looked up once for all of them.
  void number_terms(std::shared_ptr<const Vocabulary> vocabulary) {
    if (vocabulary != vocabulary_ || inverter_->vocabulary() != numbered_in_) numbers_.clear();
    vocabulary_ = std::move(vocabulary);
    numbered_in_ = inverter_->vocabulary();
    terms_.clear();
    for (auto n = static_cast<uint32_t>(numbers_.size()); n < vocabulary_->size(); ++n)
      terms_.push_back((*vocabulary_)[n]);
    inverter_->number_terms(terms_, numbers_);
  }

  std::shared_ptr<InverterPool> pool_;
  std::unique_ptr<glass::Inverter> inverter_;
  std::shared_ptr<const Vocabulary> vocabulary_;  // of the last document
  uint64_t numbered_in_ = 0;                      // the inverter's vocabulary of numbers_
  std::vector<uint32_t> numbers_;                 // by term of vocabulary_, as far as is known
  std::vector<std::string_view> terms_;           // those that are numbered at the moment
  std::vector<glass::Token> tokens_;
  std::vector<glass::SlotValue> values_;
};

class BulkSegmentBuilder : public SegmentBuilder {
 public:
  BulkSegmentBuilder(glass::Compression compression, unsigned threads)
      : pool_(std::make_shared<InverterPool>()), compression_(compression), threads_(threads) {}

  std::string_view name() const override { return "bulk"; }
  size_t max_parts() const override { return 256; }  // one open file each

  std::unique_ptr<SegmentPart> new_part(const std::filesystem::path& folder) const override {
    return std::make_unique<BulkSegmentPart>(pool_, compression_, folder);
  }

  void merge_parts(const std::vector<std::unique_ptr<FinishedPart>>& parts,
                   const std::filesystem::path& segment) const override {
    std::vector<glass::SortedRun> runs;
    for (const auto& part : parts) {
      const auto& more = static_cast<const BulkFinishedPart&>(*part).runs;
      runs.insert(runs.end(), more.begin(), more.end());
    }
    glass::MergeOptions options;
    options.buffer_bytes = size_t{16} << 20;
    options.sync = false;
    options.threads = threads_;
    glass::merge_runs(runs, segment, options);
  }

 private:
  std::shared_ptr<InverterPool> pool_;
  glass::Compression compression_;
  unsigned threads_;
};

class AutoSegmentBuilder : public SegmentBuilder {
 public:
  explicit AutoSegmentBuilder(unsigned threads) : threads_(threads) {}

  std::string_view name() const override { return chosen_ ? chosen_->name() : "auto"; }
  size_t max_parts() const override { return chosen_ ? chosen_->max_parts() : kMaxParts; }

  std::unique_ptr<SegmentPart> new_part(const std::filesystem::path& folder) const override {
    std::call_once(once_, [&] {
      bool bulk = bulk_writer_agrees(folder.parent_path() / "agreement");
      chosen_ = bulk ? make_bulk_segment_builder(threads_) : make_api_segment_builder();
    });
    return chosen_->new_part(folder);
  }

  void merge_parts(const std::vector<std::unique_ptr<FinishedPart>>& parts,
                   const std::filesystem::path& segment) const override {
    chosen_->merge_parts(parts, segment);
  }

 private:
  unsigned threads_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<SegmentBuilder> chosen_;
};

// Few documents, many corners: long and odd terms, repeated words, gaps in positions, several
// slots.
IndexDocument test_document(unsigned number) {
  IndexDocument document;
  for (unsigned i = 1; i <= 300 * number; ++i) {
    std::string word = "word" + std::to_string(i * i % (17 + 40 * number));
    document.add_word(number % 2 ? "" : "XT", word, i + (i > 100 ? 5000 : 0));
    document.add_stem("", word.substr(0, 5));
  }
  document.add_mark(std::string(245, 'x'));
  document.add_mark(std::string(120, '\0'));
  document.add_mark("\xff\xfe" + std::to_string(number));
  document.set_value(Slot::when, "2024010" + std::to_string(number));
  if (number % 2) document.set_value(Slot::cue, std::string(size_t{300} * number, 'c'));
  document.set_data(std::string(size_t{5000} * number, static_cast<char>('a' + number)));
  return document;
}

// The API gets all documents in one part: compacting several leaves seams in the posting lists.
void build_test_segment(const SegmentBuilder& builder, unsigned per_part,
                        const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::vector<std::unique_ptr<FinishedPart>> parts;
  for (unsigned first = 0; first < kTestDocuments; first += per_part) {
    auto part = builder.new_part(folder / ("part" + std::to_string(first)));
    for (unsigned number = first; number < first + per_part; ++number)
      part->add(test_document(number));
    parts.push_back(part->finish());
  }
  builder.merge_parts(parts, folder / "built");
  merge_segments({folder / "built"}, {}, builder, folder / "compacted");
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::unique_ptr<SegmentBuilder> make_bulk_segment_builder(unsigned threads) {
  return std::make_unique<BulkSegmentBuilder>(glass::Compression::quick, threads);
}

std::unique_ptr<SegmentBuilder> make_segment_builder(std::string_view name, unsigned threads) {
  if (name == "api") return make_api_segment_builder();
  if (name == "bulk") return make_bulk_segment_builder(threads);
  if (name == "auto") return std::make_unique<AutoSegmentBuilder>(threads);
  throw Error(ErrorKind::usage, "no writer of segments is called " + std::string(name),
              "use auto, api or bulk");
}

bool bulk_writer_agrees(const std::filesystem::path& folder) {
  bool agrees = true;
  try {
    build_test_segment(*make_api_segment_builder(), kTestDocuments, folder / "api");
    build_test_segment(BulkSegmentBuilder(glass::Compression::as_xapian, 2), kTestDocuments / 4,
                       folder / "bulk");
    for (const char* table : {"postlist", "position", "docdata"}) {
      std::string name = std::string(table) + ".glass";
      std::string expected = bytes_of(folder / "api" / "compacted" / name);
      agrees &= !expected.empty() && expected == bytes_of(folder / "bulk" / "compacted" / name);
    }
  } catch (const Xapian::Error&) {
    agrees = false;
  } catch (const Error&) {
    agrees = false;
  }
  std::filesystem::remove_all(folder);
  return agrees;
}

}  // namespace quotary
