#include "indexer/extract/transcripts.h"

#include <algorithm>
#include <array>

#include "indexer/extract/contents.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

constexpr uint32_t longest_label = 6;

// Labels of a page's layout, not of people.
bool is_furniture(std::string_view label) {
  return one_of(label,
                {"NOTE",     "Note",         "UPDATE",   "Update",  "CORRECTION", "Correction",
                 "Breaking", "Contributing", "Source",   "Sources", "Photo",      "Video",
                 "Related",  "More",         "Read",     "Updated", "Published",  "Poll",
                 "Report",   "Summary",      "Location", "Date",    "Time"});
}

}  // namespace

Transcript::Transcript(Grammar& grammar) : grammar_(grammar), reading_(grammar.reading()) {
  // Two labelled paragraphs in a row, or a question and an answer, make a transcript.
  uint32_t labelled = 0, row = 0, longest_row = 0, questions = 0, answers = 0;
  for (uint32_t p = 0; p < reading_.paragraphs.size(); ++p) {
    TokenRange name = label(p);
    row = name.empty() ? 0 : row + 1;
    longest_row = std::max(longest_row, row);
    if (name.empty()) continue;
    ++labelled;
    questions += reading_.text(name) == "Q";
    answers += reading_.text(name) == "A";
  }
  headline_name_ = headline_name();
  is_transcript_ = (questions && answers) || (labelled >= 4 && longest_row >= 3);
}

// The words before a colon at a paragraph's head: capitals only.
TokenRange Transcript::label(uint32_t paragraph) const {
  const ReadParagraph& p = reading_.paragraphs[paragraph];
  if (p.kind != ParagraphKind::body) return {};
  uint32_t limit = std::min(p.tokens.end, p.tokens.begin + longest_label + 1);
  for (uint32_t t = p.tokens.begin; t < limit; ++t) {
    const Token& token = reading_.tokens[t];
    if (token.kind == TokenKind::colon) {
      bool ends =
          t + 2 < p.tokens.end && reading_.text(t) == ":" && reading_.tokens[t + 1].space_before;
      if (!ends || t == p.tokens.begin || is_furniture(reading_.text(p.tokens.begin))) return {};
      return {p.tokens.begin, t};
    }
    if (token.kind != TokenKind::word || !token.capitalised) return {};
  }
  return {};
}

// The person whom the headline names: "Spokesperson Orlo's Press Conference".
TokenRange Transcript::headline_name() const {
  for (const ReadParagraph& p : reading_.paragraphs) {
    if (p.kind != ParagraphKind::headline) continue;
    for (uint32_t t = p.tokens.begin + 1; t < p.tokens.end; ++t)
      if (reading_.tokens[t].kind == TokenKind::clitic && reading_.tokens[t - 1].capitalised)
        return {p.tokens.begin, t};
  }
  return {};
}

bool Transcript::read_labelled(uint32_t paragraph, TokenRange name,
                               std::vector<Attribution>& found) {
  const ReadParagraph& p = reading_.paragraphs[paragraph];
  Attribution a;
  TokenRange content = p.tokens;
  if (!name.empty()) {
    content.begin = name.end + 1;
    a.cue = {name.end, name.end + 1};
    a.speaker = name;
    if (reading_.text(name) == "A") {
      a.speaker = {};
      a.governing_subject = headline_name_;
      a.same_speaker_as = last_answer_;
      if (last_answer_ < 0) last_answer_ = static_cast<int32_t>(found.size());
    }
  } else {
    a.same_speaker_as = static_cast<int32_t>(found.size()) - 1;
  }
  content = trimmed(reading_, content);
  if (content.empty()) return true;
  a.content.push_back(content);
  found.push_back(std::move(a));
  return true;
}

// Who is named in the line above the bullets: "Key statements by Orlo:".
TokenRange Transcript::listed_speaker(uint32_t paragraph) {
  const ReadParagraph& p = reading_.paragraphs[paragraph];
  if (p.tokens.size() < 4 || p.tokens.size() > 30) return {};
  if (reading_.text(p.tokens.end - 1) != ":") return {};
  bool words = false;
  for (uint32_t t = p.tokens.begin; t < p.tokens.end; ++t) {
    words |= one_of(grammar_.word(t), {"statements", "Statements", "remarks", "Remarks", "quotes",
                                       "Quotes", "comments", "Comments", "points", "highlights",
                                       "Highlights", "statement", "takeaways", "messages", "said"});
    bool by = one_of(grammar_.word(t), {"by", "from", "of"});
    if (!words || !by || t + 2 >= p.tokens.end) continue;
    grammar_.tag(p.tokens);
    TokenRange name = grammar_.noun_phrase_at(t + 1, p.tokens.end);
    if (!name.empty() && reading_.tokens[name.end - 1].capitalised) return name;
  }
  return {};
}

bool Transcript::read_bullet(uint32_t paragraph, std::vector<Attribution>& found) {
  const ReadParagraph& p = reading_.paragraphs[paragraph];
  TokenRange content = trimmed(reading_, p.tokens);
  if (content.size() < 3) return true;
  Attribution a;
  a.content.push_back(content);
  a.governing_subject = listed_;
  found.push_back(std::move(a));
  return true;
}

bool Transcript::read(uint32_t paragraph, std::vector<Attribution>& found) {
  const ReadParagraph& p = reading_.paragraphs[paragraph];
  if (p.kind == ParagraphKind::bullet) return !listed_.empty() && read_bullet(paragraph, found);
  listed_ = listed_speaker(paragraph);
  if (!is_transcript_ || p.kind != ParagraphKind::body) return false;
  TokenRange name = label(paragraph);
  if (name.empty() && !open_) return false;
  open_ = true;
  return read_labelled(paragraph, name, found);
}

}  // namespace quotary
