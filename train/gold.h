#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/extract/attributions.h"
#include "indexer/extract/reading.h"

namespace quotary {

// Two ways in which gold marks attributions, told apart by the fields of a file's first line.
enum class GoldStyle : uint8_t {
  wire,  // {"file","speaker","mention","cue","start","end",...}: cue and mention as text
  spans  // {"file","source","cue","content"}: arrays of [start, end], as PolNeAR has them
};

// One attribution that people marked, as tokens of the article.
struct GoldAttribution {
  TokenRange cue;
  uint32_t head = 0;  // the word of the cue that the tagger tries
  std::vector<TokenRange> content;
  std::vector<TokenRange> speaker;
  bool counts = true;  // false: of a kind that is neither right nor wrong to find
};

// An article with its reading, what the rules find in it, and its gold.
struct GoldArticle {
  std::string name;
  GoldStyle style = GoldStyle::wire;
  std::unique_ptr<Article> article;  // the reading points to it
  Reading reading;
  std::vector<Attribution> rules;
  std::vector<GoldAttribution> gold;
};

// Where gold is: a JSON Lines file, and the folder of the texts that it names.
struct GoldSource {
  std::filesystem::path gold;
  std::filesystem::path texts;
};

// Reads the articles of a source in the order of their names, every text that the gold names.
// `speech_words` are the forms that make an attribution of the spans style one of speech; the
// others, of thought and knowledge, do not count, unless they hold three quoted words. Empty: all
// count. Offsets in gold files are code points. Throws Error(input).
std::vector<GoldArticle> read_gold(const GoldSource& source,
                                   const std::set<std::string>& speech_words);

// The word forms of a cue list: lines "class<TAB>lemma lemma ...", '#' begins a comment. The forms
// of verbs are added by the rules of spelling.
std::set<std::string> read_speech_words(const std::filesystem::path& file);

}  // namespace quotary
