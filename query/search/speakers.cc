#include "query/search/speakers.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/store/schema.h"
#include "common/store/terms.h"
#include "common/text/words.h"
#include "query/language/question_words.h"
#include "query/language/spelling.h"
#include "query/search/counts.h"

namespace quotary {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// "Martin O'Malley" ends with "omalley": names are stored as they are written, but for their case.
bool ends_with_words(std::string_view name, const std::vector<std::string>& words) {
  const auto last = static_cast<unsigned char>(name.empty() ? ' ' : name.back());
  const bool letter = (last >= 'a' && last <= 'z') || (last >= '0' && last <= '9');
  if (letter && name.back() != words.back().back()) return false;  // most names
  const std::vector<std::string> own = folded_words(name);
  return own.size() >= words.size() && std::equal(words.rbegin(), words.rend(), own.rbegin());
}

}  // namespace

// Documents of statements with a name under a prefix; a speaker's name may also be found whole, as
// "Lorne campaign" is no word of which "Lorne" would be the speaker (common/names/own_part.h).
uint64_t KnownNames::statements_by(const std::vector<std::string>& words,
                                   std::string_view field) const {
  if (words.empty() || words.size() > 12) return 0;
  const Xapian::Database& database = index_.database();
  std::vector<Xapian::Query> terms;
  terms.reserve(words.size());
  for (const std::string& word : words) terms.emplace_back(word_term(field, word));
  Xapian::Query name(Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), terms.size());
  if (terms.size() == 1) name = terms[0];
  bool known = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return database.term_exists(word_term(field, word));
  });
  if (field == prefix::speaker && words.size() > 1) {
    std::string whole = exact_term(prefix::by, joined(words));
    known = known || database.term_exists(whole);
    name |= Xapian::Query(whole);
  }
  if (!known) return 0;
  Xapian::Enquire enquire(database);
  enquire.set_query(index_.live(
      Xapian::Query(Xapian::Query::OP_FILTER, name, Xapian::Query(std::string(kStatementTerm)))));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

bool KnownNames::is_whole_or_last_name(const std::vector<std::string>& words) const {
  const Xapian::Database& database = index_.database();
  if (database.term_exists(exact_term(prefix::by, joined(words)))) return true;
  const std::string start(prefix::by);
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    if (ends_with_words(std::string_view(*term).substr(start.size()), words)) return true;
  }
  return false;
}

Fame KnownNames::speaker(std::string_view name) const {
  return with_index_errors(index_.path(), [&] {
    std::vector<std::string> words = folded_words(name);
    uint64_t by = statements_by(words, prefix::speaker);
    if (by == 0) return Fame::none;
    bool nobody = words.size() == 1 && (is_small(words[0]) || is_title(words[0]) ||
                                        is_anyone(words[0]) || is_body_noun(words[0]));
    uint64_t about = nobody ? 0 : statements_by(words, prefix::content);
    bool mostly = !nobody && by >= about && is_whole_or_last_name(words);
    return mostly ? Fame::mostly : Fame::sometimes;
  });
}

bool KnownNames::is_place(std::string_view name) const {
  return with_index_errors(index_.path(),
                           [&] { return statements_by(folded_words(name), prefix::location) > 0; });
}

std::vector<std::string> KnownNames::near_words(const std::string& word) const {
  const Xapian::Database& database = index_.database();
  const std::string start(prefix::speaker);
  const size_t limit = word.size() < 4 ? 0 : word.size() < 8 ? 1 : 2;
  struct Candidate {
    size_t distance;
    uint64_t statements;
    std::string word;
  };
  std::vector<Candidate> found;
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    std::string candidate = (*term).substr(start.size());
    size_t distance = spelling_distance(word, candidate, limit);
    if (distance == 0 || distance > limit || is_small(candidate)) continue;
    found.push_back({distance, term.get_termfreq(), std::move(candidate)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.statements > b.statements;
  });
  std::vector<std::string> words;
  words.reserve(found.size());
  for (Candidate& candidate : found) words.push_back(std::move(candidate.word));
  return words;
}

std::optional<std::string> KnownNames::mended(std::string_view name) const {
  const Xapian::Database& database = index_.database();
  std::vector<std::string> words = folded_words(name);
  if (statements_by(words, prefix::speaker) > 0) return std::nullopt;
  for (std::string& word : words) {
    if (database.term_exists(word_term(prefix::speaker, word))) continue;
    std::vector<std::string> near = near_words(word);
    if (near.empty()) return std::nullopt;
    word = std::move(near.front());
  }
  if (statements_by(words, prefix::speaker) > 0) return joined(words);
  if (words.size() < 2) return std::nullopt;
  auto longer = with_middle_names(words);
  return longer ? longer : mended_together(words);
}

// "Joseph Biden" -> "joseph r. biden": the name with the most statements, as it is stored, so that
// its other forms are found with it.
std::optional<std::string> KnownNames::with_middle_names(
    const std::vector<std::string>& words) const {
  const Xapian::Database& database = index_.database();
  const std::string start(prefix::by);
  std::optional<std::string> best;
  uint64_t most = 0;
  const std::string first = start + words.front();
  for (auto term = database.allterms_begin(first); term != database.allterms_end(first); ++term) {
    const std::vector<std::string> own = folded_words(std::string_view(*term).substr(start.size()));
    const bool fits = words.size() == 2 && own.size() > 2 && own.size() < 5 &&
                      own.front() == words.front() && own.back() == words.back();
    if (!fits || term.get_termfreq() <= most) continue;
    most = term.get_termfreq();
    best = (*term).substr(start.size());
  }
  return best;
}

// Each word is somebody's, and all of them nobody's: one of them is meant otherwise.
std::optional<std::string> KnownNames::mended_together(
    const std::vector<std::string>& words) const {
  for (size_t i = 0; i < words.size(); ++i) {
    std::vector<std::string> name = words;
    for (std::string& near : near_words(words[i])) {
      name[i] = std::move(near);
      if (statements_by(name, prefix::speaker) > 0) return joined(name);
    }
  }
  return std::nullopt;
}

// As it is written, or under another form of the authority file.
bool KnownNames::has_statements(std::string_view name) const {
  auto known = [&](const std::string& form) {
    return statements_by(folded_words(form), prefix::speaker) > 0;
  };
  if (known(std::string(name))) return true;
  const AuthorityEntry* entry = index_.authority().find(name);
  return entry != nullptr &&
         (known(entry->name) || std::any_of(entry->aliases.begin(), entry->aliases.end(), known));
}

Node KnownNames::with_known_speakers(const Node& tree, std::vector<std::string>& notes) const {
  Node result = tree;
  bool speaker = tree.kind == NodeKind::field && tree.text == "speaker";
  if (!speaker) {
    for (Node& child : result.children) child = with_known_speakers(child, notes);
    return result;
  }
  Node& value = result.children.front();
  bool name = value.kind == NodeKind::word || value.kind == NodeKind::phrase;
  if (!name || has_statements(value.text)) return result;
  auto mended_name = with_index_errors(index_.path(), [&] { return mended(value.text); });
  if (!mended_name) {
    notes.push_back(
        fmt::format("no speaker '{}' is known; --list-speakers PREFIX lists those that "
                    "are",
                    value.text));
    return result;
  }
  notes.push_back(
      fmt::format("no speaker '{}' is known; showing '{}' instead", value.text, *mended_name));
  Span place = value.place;
  value = mended_name->find(' ') == std::string::npos ? word_node(*mended_name)
                                                      : phrase_node(*mended_name);
  value.place = place;
  return result;
}

bool KnownNames::is_in_any_text(const std::string& folded_word) const {
  const Xapian::Database& database = index_.database();
  Stemmer stemmer{Stemmer::Memory::question};
  for (std::string_view field : {prefix::content, prefix::passage, prefix::text})
    for (const std::string& term : terms_of_stem(field, folded_word, stemmer))
      if (database.term_exists(term)) return true;
  return false;
}

Node KnownNames::with_known_words(const Node& tree, bool as_speaker,
                                  std::vector<std::string>& notes) const {
  Node result = tree;
  if (tree.kind == NodeKind::all) {
    bool has_speaker = false;
    for (const Node& child : tree.children) {
      has_speaker = has_speaker || (child.kind == NodeKind::field && child.text == "speaker");
    }
    for (Node& child : result.children) {
      child = with_known_words(child, as_speaker && !has_speaker, notes);
      has_speaker = has_speaker || child.kind == NodeKind::field;
    }
    return result;
  }
  if (tree.kind != NodeKind::word) return result;
  std::vector<std::string> words = folded_words(tree.text);
  if (words.size() != 1 || is_in_any_text(words[0])) return result;
  auto name = with_index_errors(index_.path(), [&] { return mended(tree.text); });
  if (!name) {
    notes.push_back(fmt::format("no article has the word '{}'", tree.text));
    return result;
  }
  notes.push_back(fmt::format("no article has the word '{}'; showing {}'{}' instead", tree.text,
                              as_speaker ? "the speaker " : "", *name));
  result = word_node(*name);
  return as_speaker ? field_node("speaker", std::move(result)) : result;
}

std::vector<FacetValue> KnownNames::starting_with(std::string_view start, bool location,
                                                  size_t limit) const {
  return with_index_errors(index_.path(), [&] {
    std::string_view field = location ? prefix::location : prefix::speaker;
    std::vector<std::string> words = folded_words(start);
    Xapian::Query query{std::string(kStatementTerm)};
    if (!words.empty()) {
      query = Xapian::Query(Xapian::Query::OP_WILDCARD, word_term(field, words.back()));
      for (size_t i = 0; i + 1 < words.size(); ++i) {
        query &= Xapian::Query(word_term(field, words[i]));
      }
      query = Xapian::Query(Xapian::Query::OP_FILTER, query,
                            Xapian::Query(std::string(kStatementTerm)));
    }
    auto turn = std::make_shared<SegmentInTurn>();
    turn->segments = index_.segments().size();
    auto counter = facet_counter(location ? "location" : "speaker", index_, turn);
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(marking_segments(index_.live(query), turn));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.add_matchspy(counter.get());
    enquire.get_mset(0, 0, index_.database().get_doccount());
    Facet facet = make_facet(location ? "location" : "speaker", *counter, index_, 0);
    std::erase_if(facet.values, [&](const FacetValue& value) {
      if (words.empty()) return false;
      std::vector<std::string> own = folded_words(value.value);
      return std::none_of(own.begin(), own.end(),
                          [&](auto& word) { return word.starts_with(words.back()); });
    });
    if (limit > 0 && facet.values.size() > limit) facet.values.resize(limit);
    return facet.values;
  });
}

}  // namespace quotary
