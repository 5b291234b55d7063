#include "indexer/glass/inverter.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

namespace quotary::glass {
namespace {

// How many terms or tokens before their turn what is known of them is fetched from memory.
constexpr size_t slots_ahead = 16;
constexpr size_t terms_ahead = 8;

// Throw std::invalid_argument for terms and tokens that no document may have.
void check_terms(std::span<const std::string_view> terms) {
  for (std::string_view term : terms) {
    if (is_valid_term(term)) continue;
    throw std::invalid_argument(fmt::format("a term of {} bytes: must be 1 to {} (zeros twice)",
                                            term.size(), max_term_bytes));
  }
}

void check_tokens(std::span<const Token> tokens) {
  uint64_t length = 0;
  for (const Token& token : tokens) length += token.wdf;
  if (length > std::numeric_limits<uint32_t>::max()) {
    throw std::invalid_argument("a document's length exceeds 32 bits");
  }
}

void check_tag(std::string_view tag) {
  if (tag.size() > max_tag_bytes) {
    throw std::invalid_argument(
        fmt::format("{} bytes to be stored with one document: over {}", tag.size(), max_tag_bytes));
  }
}

}  // namespace

Inverter::Inverter(const std::filesystem::path& spool_folder, const Options& options)
    : options_(options),
      spool_folder_(spool_folder),
      compressor_(make_compressor(options.compression)) {}

Inverter::Inverter(const std::filesystem::path& spool_folder) : Inverter(spool_folder, Options()) {}

SpoolFile& Inverter::spool() {
  if (!spool_) spool_ = std::make_shared<SpoolFile>(spool_folder_);
  return *spool_;
}

void Inverter::number_terms(std::span<const std::string_view> terms,
                            std::vector<uint32_t>& numbers) {
  check_terms(terms);
  keys_.clear();
  for (std::string_view term : terms) keys_.push_back(terms_.key(term));
  for (size_t i = 0; i < terms.size(); ++i) {
    if (i + slots_ahead < terms.size()) terms_.prefetch_slot(keys_[i + slots_ahead]);
    if (i + terms_ahead < terms.size()) terms_.prefetch_term(keys_[i + terms_ahead]);
    numbers.push_back(terms_.number(terms[i], keys_[i]));
  }
}

void Inverter::add_document(const DocumentContents& contents) {
  check_tokens(contents.tokens);
  const uint32_t length = collect_terms(contents.tokens);
  gather_positions(contents.tokens);
  tag_.clear();
  if (options_.termlists) {
    sort_terms();
    make_termlist(length);
  }
  collect_values(contents.values);
  make_record(contents.data);

  // From here on only the disk can fail.
  const DocumentId document = ++last_id_;
  const uint32_t gap = document - last_document_ - 1;
  last_document_ = document;
  put_uint(lengths_, gap);
  put_uint(lengths_, length);
  statistics_.include(length);
  tag_.clear();
  put_uint(tag_, gap);
  spool().append(tag_);
  spool().append(record_);
  add_postings(document);
  for (const auto& [slot, value] : values_) slots_.add(document, slot, value);
  if (held_bytes() >= options_.run_bytes) end_run();
}

// Finds the document's terms and adds up their wdfs. Returns the document's length.
uint32_t Inverter::collect_terms(std::span<const Token> tokens) {
  ++document_mark_;
  local_terms_.clear();
  token_places_.resize(tokens.size());
  uint32_t length = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (i + terms_ahead < tokens.size()) terms_.prefetch_term(tokens[i + terms_ahead].term);
    const uint32_t number = tokens[i].term;
    TermTable::Term& term = terms_[number];
    if (term.document != document_mark_) {
      term.document = document_mark_;
      term.place = static_cast<uint32_t>(local_terms_.size());
      local_terms_.push_back({term.prefix, number, 0, 0, 0});
    }
    LocalTerm& local = local_terms_[term.place];
    local.wdf += tokens[i].wdf;
    local.position_count += tokens[i].position != no_position ? 1 : 0;
    token_places_[i] = term.place;
    length += tokens[i].wdf;
  }
  return length;
}

// Brings the tokens' positions together by term.
void Inverter::gather_positions(std::span<const Token> tokens) {
  uint32_t end = 0;
  for (LocalTerm& local : local_terms_) {
    local.positions_end = end;
    end += local.position_count;
  }
  positions_.resize(end);
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].position == no_position) continue;
    positions_[local_terms_[token_places_[i]].positions_end++] = tokens[i].position;
  }
}

void Inverter::sort_terms() {
  std::sort(local_terms_.begin(), local_terms_.end(), [&](const LocalTerm& a, const LocalTerm& b) {
    return terms_.before({a.prefix, a.number}, {b.prefix, b.number});
  });
}

void Inverter::make_termlist(uint32_t length) {
  termlist_.clear();
  for (const LocalTerm& local : local_terms_) {
    termlist_.push_back({terms_.text(local.number), local.wdf});
  }
  put_termlist(tag_, termlist_, length);
}

void Inverter::collect_values(std::span<const SlotValue> values) {
  values_.clear();
  // Each to its place among the ones before: a document has few. Of each slot the last one stays.
  for (const SlotValue& value : values) {
    auto at = values_.end();
    while (at != values_.begin() && value.slot < (at - 1)->slot) --at;
    if (at != values_.begin() && (at - 1)->slot == value.slot) {
      *(at - 1) = value;
    } else {
      values_.insert(at, value);
    }
  }
  std::erase_if(values_, [](const SlotValue& value) { return value.value.empty(); });
  used_slots_.clear();
  for (const SlotValue& value : values_) used_slots_.push_back(value.slot);
}

// Makes what SortedRun::documents keeps of the document, the gap left out; the termlist is in tag_.
void Inverter::make_record(std::string_view data) {
  record_.clear();
  put_stored(data);
  put_stored(tag_);
  tag_.clear();
  if (options_.termlists) put_used_slots(tag_, used_slots_);
  put_stored(tag_);
}

void Inverter::put_stored(std::string_view tag) {
  const auto compressed = compressor_->compress(tag);
  const std::string_view stored = compressed.value_or(tag);
  check_tag(stored);
  put_uint(record_, stored.size() << 1 | (compressed ? 1 : 0));
  record_ += stored;
}

void Inverter::add_postings(DocumentId document) {
  for (const LocalTerm& local : local_terms_) {
    postings_.add(local.number, document, local.wdf, encoded_positions(local));
    statistics_.greatest_wdf = std::max(statistics_.greatest_wdf, local.wdf);
  }
}

std::string_view Inverter::encoded_positions(const LocalTerm& term) {
  if (term.position_count == 0) return {};
  auto end = positions_.begin() + term.positions_end;
  auto begin = end - term.position_count;
  if (std::adjacent_find(begin, end, std::greater_equal<>()) != end) {
    std::sort(begin, end);
    end = std::unique(begin, end);
  }
  return position_coder_.encode({begin, end});
}

size_t Inverter::held_bytes() const { return postings_.bytes() + slots_.bytes() + lengths_.size(); }

void Inverter::end_run() {
  SortedRun run;
  run.documents = {documents_begin_, spool().size() - documents_begin_};
  run.lengths = {spool().size(), lengths_.size()};
  spool().append(lengths_);
  run.slots = slots_.write(spool());
  const auto [postings, positions] = postings_.write(spool(), terms_);
  run.postings = postings;
  run.positions = positions;
  spool().flush();
  run.file = spool_;
  run.termlists = options_.termlists;
  run.statistics = std::exchange(statistics_, {});
  run.statistics.last_document = last_id_;
  runs_.push_back(std::move(run));

  lengths_.clear();
  documents_begin_ = spool().size();
  last_id_ = 0;
  last_document_ = 0;
  if (terms_.bytes() > options_.vocabulary_bytes) {
    terms_.clear();
    ++vocabulary_;
  }
}

std::vector<SortedRun> Inverter::take_runs() {
  if (last_id_ != 0) end_run();
  spool_.reset();
  documents_begin_ = 0;
  return std::exchange(runs_, {});
}

}  // namespace quotary::glass
