#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "corpus/article/article_parser.h"
#include "indexer/extract/attributions.h"

namespace quotary {

inline std::string text_of(const Reading& r, TokenRange range) {
  return range.empty() ? "-" : std::string(r.text(range));
}

inline Article article_of(const std::string& text) {
  Article article;
  article.text = text;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find("\n\n", begin), text.size());
    article.paragraphs.push_back(
        {{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, ParagraphKind::body});
    begin = end + 2;
  }
  return article;
}

// What `show` makes of each attribution of a text, separated by " ; ".
template <class Show>
std::string shown_attributions(const std::string& text, Show show) {
  Article article = article_of(text);
  Reading r = read_article(article, Lexicon::of("en"));
  std::string joined;
  for (const Attribution& a : find_attributions(r)) {
    if (!joined.empty()) joined += " ; ";
    joined += show(r, a);
  }
  return joined;
}

// "speaker | cue | content" for each attribution, "-" for what is not there, "=N" for the speaker
// of attribution N, " + " between the pieces of a content.
inline std::string attributions_in(const std::string& text) {
  return shown_attributions(text, [](const Reading& r, const Attribution& a) {
    std::string shown = a.speaker.empty() && a.same_speaker_as >= 0
                            ? "=" + std::to_string(a.same_speaker_as)
                            : text_of(r, a.speaker);
    shown += " | " + text_of(r, a.cue) + " | ";
    for (size_t i = 0; i < a.content.size(); ++i)
      shown += (i ? " + " : "") + text_of(r, a.content[i]);
    return shown;
  });
}

// "cue: status" for each attribution.
inline std::string statuses_in(const std::string& text) {
  return shown_attributions(text, [](const Reading& r, const Attribution& a) {
    return text_of(r, a.cue) + ": " +
           std::string(kStatementStatusNames[static_cast<size_t>(a.status)]);
  });
}

struct Case {
  const char* text;
  const char* expected;
};

inline void expect_all(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(attributions_in(c.text), c.expected) << c.text;
}

inline void expect_statuses(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(statuses_in(c.text), c.expected) << c.text;
}

}  // namespace quotary
