#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/index_reader.h"
#include "query/language/ast.h"
#include "query/language/question.h"
#include "query/result.h"

namespace quotary {

// What the index knows of speakers' names and of places: for reading questions, mending misspelt
// names and listing. Every answer costs a few look-ups of terms; only a name that is not found is
// compared with all others.
class KnownNames {
 public:
  explicit KnownNames(const IndexReader& index) : index_(index) {}

  // See Fame. A name is mostly a speaker's where it is somebody's last name or whole name, and
  // statements by that speaker are no fewer than statements whose content has the name.
  Fame speaker(std::string_view name) const;

  bool is_place(std::string_view name) const;

  // The name with each word that no speaker has replaced by the nearest that one has: "Puttin" ->
  // "putin"; where each is somebody's, with one of them replaced so that somebody has the whole:
  // "Valdimir Putin" beside a Valdimir Ek; "Tom Oda" where there is but a Tom Q. Oda. nullopt where
  // no word is near, or none is wrong.
  std::optional<std::string> mended(std::string_view name) const;

  // `tree` with misspelt speakers mended; a note for each is added to `notes`. A speaker that is
  // not known and not near any is noted too.
  Node with_known_speakers(const Node& tree, std::vector<std::string>& notes) const;

  // Where a search finds nothing: `tree` with each bare word that no article has replaced by the
  // nearest word of a speaker's name, as the speaker (`as_speaker`, and none is asked for yet) or
  // as a word. Notes say so, or that no article has the word. Equal to `tree` where nothing is
  // near.
  Node with_known_words(const Node& tree, bool as_speaker, std::vector<std::string>& notes) const;

  // Names with a word that begins with `start` (folded alike), most statements first, at most
  // `limit` (0: all). `location`: places instead of speakers.
  std::vector<FacetValue> starting_with(std::string_view start, bool location, size_t limit) const;

 private:
  // Words of speakers' names that are spelt nearly so, the nearest and most frequent first.
  std::vector<std::string> near_words(const std::string& word) const;
  std::optional<std::string> with_middle_names(const std::vector<std::string>& words) const;
  std::optional<std::string> mended_together(const std::vector<std::string>& words) const;
  uint64_t statements_by(const std::vector<std::string>& words, std::string_view field) const;
  bool has_statements(std::string_view name) const;
  bool is_in_any_text(const std::string& folded_word) const;
  bool is_whole_or_last_name(const std::vector<std::string>& words) const;

  const IndexReader& index_;
};

}  // namespace quotary
