#include "indexer/index/statement_rows.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

Span find(const std::string& text, const std::string& part) {
  auto at = static_cast<uint32_t>(text.find(part));
  return {at, at + static_cast<uint32_t>(part.size())};
}

TEST(StatementRows, OffsetsAreCodePointsAndAbsentIsNull) {
  Article article;
  article.text = "“Schön,” sagte Å. Ek — \"ja\\nein\".\n";
  Statement statement;
  statement.segments = {find(article.text, "Schön"), find(article.text, "ja\\nein")};
  statement.cue = find(article.text, "sagte");
  statement.named_mention = find(article.text, "Å. Ek");
  statement.speakers = {"Åsa Ek", "Bo Ek"};
  statement.kind = StatementKind::direct;
  statement.status = StatementStatus::not_said;
  statement.said = std::chrono::year(2024) / 2 / 29;
  std::string rows;
  append_statement_rows(rows, "a/b.txt", article, {statement});
  EXPECT_EQ(rows,
            "{\"file\":\"a/b.txt\",\"speaker\":\"Åsa Ek; Bo Ek\",\"mention\":null,"
            "\"cue\":\"sagte\",\"cue_start\":9,\"cue_end\":14,\"speaker_start\":15,"
            "\"speaker_end\":20,\"start\":1,\"end\":31,\"segments\":[[1,6],[24,31]],"
            "\"kind\":\"direct\",\"status\":\"not-said\",\"said\":\"2024-02-29\","
            "\"content\":\"Schön,” sagte Å. Ek — \\\"ja\\\\nein\"}\n");
}

TEST(StatementRows, NothingKnownButTheContent) {
  Article article;
  article.text = "a\tb\x01";
  Statement statement;
  statement.segments = {{0, 4}};
  std::string rows;
  append_statement_rows(rows, "f", article, {statement});
  EXPECT_EQ(rows,
            "{\"file\":\"f\",\"speaker\":null,\"mention\":null,\"cue\":null,\"cue_start\":null,"
            "\"cue_end\":null,\"speaker_start\":null,\"speaker_end\":null,\"start\":0,\"end\":4,"
            "\"segments\":[[0,4]],\"kind\":\"indirect\",\"status\":\"said\",\"said\":null,"
            "\"content\":\"a\\tb\\u0001\"}\n");
}

}  // namespace
}  // namespace quotary
