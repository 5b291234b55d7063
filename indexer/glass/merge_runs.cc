#include "indexer/glass/merge_runs.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <limits>
#include <vector>

#include "common/base/error.h"
#include "indexer/glass/database_writer.h"
#include "indexer/glass/term_merger.h"

namespace quotary::glass {
namespace {

constexpr uint64_t highest_number = std::numeric_limits<uint32_t>::max();

// The work of one merge_runs, in three parts that share nothing but what is constant.
class Merge {
 public:
  Merge(std::span<const SortedRun> runs, const MergeOptions& options, DatabaseWriter& database);

  void write_documents();
  void write_positions();
  void write_postlist();  // all that is in this table

  DatabaseStatistics statistics() const { return statistics_; }

 private:
  // Where the values of one slot are.
  struct MergedSlot {
    SlotStatistics statistics;
    std::vector<std::pair<size_t, Section>> values;  // run, section
  };

  void write_slots();
  void write_lengths();
  void write_postings();
  SectionReader reader(size_t run, Section section) const {
    return SectionReader(runs_[run].file, section, buffer_bytes_);
  }

  std::span<const SortedRun> runs_;
  const MergeOptions& options_;
  DatabaseWriter& database_;
  std::vector<DocumentId> ids_before_;  // by run
  DatabaseStatistics statistics_;
  size_t buffer_bytes_;
};

Merge::Merge(std::span<const SortedRun> runs, const MergeOptions& options, DatabaseWriter& database)
    : runs_(runs), options_(options), database_(database) {
  uint64_t ids = 0;
  for (const SortedRun& run : runs) {
    ids_before_.push_back(static_cast<DocumentId>(ids));
    statistics_.include(run.statistics);
    ids += run.statistics.last_document;
    if (ids >= highest_number) {
      throw Error(ErrorKind::output, "too many documents for one database",
                  "index them in several parts");
    }
  }
  statistics_.last_document = static_cast<DocumentId>(ids);
  // Two sections of each run are read at the same time by terms, and one at a time by document.
  constexpr size_t least = size_t{4} << 10;
  constexpr size_t most = size_t{1} << 20;
  buffer_bytes_ = std::clamp(options.buffer_bytes / (2 * runs.size() + 2), least, most);
}

StoredTag get_stored(SectionReader& reader, std::string& copy) {
  const uint64_t size_and_flag = reader.get_uint();
  copy = reader.get_bytes(size_and_flag >> 1);
  return {copy, (size_and_flag & 1) != 0};
}

void Merge::write_documents() {
  std::string data;
  std::string termlist;
  std::string used_slots;
  for (size_t run = 0; run < runs_.size(); ++run) {
    SectionReader documents = reader(run, runs_[run].documents);
    DocumentId document = ids_before_[run];
    while (!documents.at_end()) {
      document += documents.get_uint32() + 1;
      const StoredTag stored_data = get_stored(documents, data);
      const StoredTag stored_termlist = get_stored(documents, termlist);
      database_.documents().add(document, stored_data, stored_termlist,
                                get_stored(documents, used_slots));
    }
  }
}

void Merge::write_positions() {
  TermMerger terms(runs_, &SortedRun::positions, ids_before_, buffer_bytes_);
  for (auto lists = terms.next(); !lists.empty(); lists = terms.next()) {
    database_.positions().begin_term(lists.front()->term);
    for (TermList* list : lists) {
      DocumentId document = list->ids_before;
      for (uint64_t left = list->reader.get_uint(); left > 0; --left) {
        document += list->reader.get_uint32() + 1;
        database_.positions().add(document, list->reader.get_string());
      }
    }
  }
}

void Merge::write_postlist() {
  for (const auto& [name, text] : options_.metadata) database_.postlist().add_metadata(name, text);
  write_slots();
  write_lengths();
  write_postings();
}

void Merge::write_slots() {
  std::map<uint32_t, MergedSlot> slots;
  for (size_t run = 0; run < runs_.size(); ++run) {
    for (const SlotRun& slot : runs_[run].slots) {
      slots[slot.slot].statistics.include(slot.statistics);
      slots[slot.slot].values.emplace_back(run, slot.values);
    }
  }
  // Keys do not sort as the slots' numbers do, and the two kinds of them not alike.
  std::map<std::string, uint32_t> by_statistics_key;
  std::map<std::string, uint32_t> by_values_key;
  for (const auto& [slot, merged] : slots) {
    by_statistics_key[slot_statistics_key(slot)] = slot;
    by_values_key[slot_values_key(slot)] = slot;
  }
  for (const auto& [key, slot] : by_statistics_key) {
    database_.postlist().add_slot_statistics(slot, slots[slot].statistics);
  }
  for (const auto& [key, slot] : by_values_key) {
    database_.postlist().begin_slot(slot);
    for (const auto& [run, section] : slots[slot].values) {
      SectionReader values = reader(run, section);
      DocumentId document = ids_before_[run];
      while (!values.at_end()) {
        document += values.get_uint32() + 1;
        database_.postlist().add_value(document, values.get_string());
      }
    }
    database_.postlist().end_slot();
  }
}

void Merge::write_lengths() {
  if (statistics_.documents == 0) return;
  database_.postlist().begin_lengths();
  for (size_t run = 0; run < runs_.size(); ++run) {
    SectionReader lengths = reader(run, runs_[run].lengths);
    DocumentId document = ids_before_[run];
    while (!lengths.at_end()) {
      document += lengths.get_uint32() + 1;
      database_.postlist().add_length(document, lengths.get_uint32());
    }
  }
  database_.postlist().end_lengths();
}

void Merge::write_postings() {
  TermMerger terms(runs_, &SortedRun::postings, ids_before_, buffer_bytes_);
  std::vector<uint64_t> documents;  // by list of the term at hand
  for (auto lists = terms.next(); !lists.empty(); lists = terms.next()) {
    documents.clear();
    uint64_t all_documents = 0;
    uint64_t occurrences = 0;
    for (TermList* list : lists) {
      documents.push_back(list->reader.get_uint());
      all_documents += documents.back();
      occurrences += list->reader.get_uint();
    }
    if (occurrences > highest_number) {
      throw Error(ErrorKind::output, "too many occurrences of a term for one database",
                  "index in several parts");
    }
    PostlistTable& postlist = database_.postlist();
    postlist.begin_term(lists.front()->term, static_cast<uint32_t>(all_documents),
                        static_cast<uint32_t>(occurrences));
    for (size_t i = 0; i < lists.size(); ++i) {
      DocumentId document = lists[i]->ids_before;
      for (uint64_t left = documents[i]; left > 0; --left) {
        document += lists[i]->reader.get_uint32() + 1;
        postlist.add_posting(document, lists[i]->reader.get_uint32());
      }
    }
    postlist.end_term();
  }
}

// Does all parts, each in one thread; if some fail, throws what the first of them threw.
void do_all(std::span<const std::function<void()>> parts, unsigned threads) {
  std::atomic<size_t> next = 0;
  auto work = [&] {
    for (size_t part = next++; part < parts.size(); part = next++) parts[part]();
  };
  std::vector<std::future<void>> others;
  for (unsigned i = 1; i < std::min<size_t>(threads, parts.size()); ++i) {
    others.push_back(std::async(std::launch::async, work));
  }
  auto own = std::async(std::launch::deferred, work);
  own.wait();
  for (auto& other : others) other.wait();
  own.get();
  for (auto& other : others) other.get();
}

}  // namespace

DatabaseStatistics merge_runs(std::span<const SortedRun> runs, const std::filesystem::path& folder,
                              const MergeOptions& options) {
  const bool termlists =
      std::all_of(runs.begin(), runs.end(), [](const SortedRun& run) { return run.termlists; });
  DatabaseWriter database(folder, options.sync, termlists);
  Merge merge(runs, options, database);
  // The longest first.
  const std::function<void()> parts[] = {[&] { merge.write_positions(); },
                                         [&] { merge.write_postlist(); },
                                         [&] { merge.write_documents(); }};
  do_all(parts, options.threads);
  database.publish(merge.statistics());
  return merge.statistics();
}

}  // namespace quotary::glass
