#include "train/trainer.h"

#include <gtest/gtest.h>

#include "corpus/article/article_parser.h"
#include "indexer/extract/tagger/tagger.h"

namespace quotary {
namespace {

TokenRange find(const Reading& r, std::string_view word, uint32_t from = 0) {
  for (uint32_t i = from; i < r.tokens.size(); ++i)
    if (r.text(i) == word) return {i, i + 1};
  return {};
}

// Short articles in which "murbled" reports speech and "walked" does not: words that no rule knows.
std::vector<GoldArticle> murbling() {
  std::vector<GoldArticle> articles;
  const char* names[] = {"Orlo", "Vale", "Dunn", "Kerr", "Moss", "Reed"};
  const char* things[] = {"the bridge was closed",     "taxes would fall soon",
                          "rain was coming fast",      "nobody had asked him",
                          "the plan had failed again", "work would begin"};
  for (int n = 0; n < 24; ++n) {
    GoldArticle a;
    a.name = std::to_string(n);
    std::string text = std::string("Headline here\n\nMayor ") + names[n % 6] + " murbled that " +
                       things[n % 5] + ".\n\nMayor " + names[n % 6] +
                       " walked home that evening.\n";
    a.article = std::make_unique<Article>(parse_article(text, a.name));
    a.reading = read_article(*a.article, Lexicon::of("en"));
    const Reading& r = a.reading;
    GoldAttribution g;
    g.cue = find(r, "murbled");
    g.speaker = {{g.cue.begin - 2, g.cue.begin}};
    g.content = {{g.cue.begin + 2, find(r, ".", g.cue.begin).begin}};
    a.gold.push_back(g);
    articles.push_back(std::move(a));
  }
  return articles;
}

TrainingOptions small_options() {
  TrainingOptions options;
  options.role_bits = 14;
  options.step_bits = 10;
  options.gate_bits = 12;
  return options;
}

TEST(Trainer, LearnsAnUnknownCueAndItsSpans) {
  auto articles = murbling();
  TaggerModel model = train(articles, small_options(), [](const std::string&) {});
  Article article = parse_article(
      "Another headline\n\nMayor Finch murbled that the harbour was closed.\n\nMayor Finch walked "
      "home that evening.\n",
      "x");
  Reading r = read_article(article, Lexicon::of("en"));
  Grammar grammar(r);
  auto found = tag_attributions(grammar, {}, model);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(r.text(found[0].cue), "murbled");
  EXPECT_EQ(r.text(found[0].whole_content()), "the harbour was closed");
  EXPECT_EQ(r.text(found[0].speaker.end - 1), "Finch");
}

TEST(Trainer, GivesTheSameBytesForASeed) {
  auto bytes = [](uint64_t seed) {
    auto articles = murbling();
    TrainingOptions options = small_options();
    options.seed = seed;
    return write_model(train(articles, options, [](const std::string&) {}));
  };
  EXPECT_EQ(bytes(1), bytes(1));
  EXPECT_NE(bytes(1), bytes(2));
}

}  // namespace
}  // namespace quotary
