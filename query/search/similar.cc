#include "query/search/similar.h"

#include <algorithm>
#include <map>

#include "common/store/schema.h"
#include "common/store/terms.h"
#include "common/text/words.h"
#include "query/language/lexer.h"
#include "query/language/question_words.h"
#include "query/search/searcher.h"

namespace quotary {
namespace {

// What is compared: a statement's content; an article's headline and the paragraph shown with it.
std::string text_of(const WholeArticle& whole, const std::string& id) {
  std::string text;
  for (const Hit& hit : whole.statements) {
    if (hit.id != id) continue;
    for (const ContentPart& part : hit.content) text += part.text + "\n";
    return text;
  }
  return whole.article.headline + "\n" + whole.article.passage.text;
}

}  // namespace

std::optional<Node> similar_query(const IndexReader& index, const std::string& id, size_t words) {
  auto whole = whole_article(index, id);
  if (!whole) return std::nullopt;
  return with_index_errors(index.path(), [&]() -> std::optional<Node> {
    const Xapian::Database& database = index.database();
    Stemmer stemmer{Stemmer::Memory::question};
    std::map<std::string, std::string> by_stem;  // each stem by one of its words
    for_each_word(text_of(*whole, id), [&](std::string_view word, Span) {
      if (!is_small(word)) by_stem.try_emplace(std::string(stemmer.stem(word)), word);
    });
    std::vector<std::pair<Xapian::doccount, std::string>> rarest;
    for (const auto& [stem, word] : by_stem) {
      Xapian::doccount count = 0;  // of two terms at most the sum
      for (const std::string& term : terms_of_stem(prefix::text, word, stemmer))
        count += database.get_termfreq(term);
      if (count > 1 && reads_as_word(word)) rarest.emplace_back(count, word);
    }
    std::sort(rarest.begin(), rarest.end());
    if (rarest.size() > words) rarest.resize(words);
    std::vector<Node> nodes;
    nodes.reserve(rarest.size());
    for (const auto& [count, word] : rarest) nodes.push_back(word_node(word));
    if (nodes.empty()) return phrase_node(by_stem.empty() ? "?" : by_stem.begin()->second);
    return any_of(std::move(nodes));
  });
}

}  // namespace quotary
