#include "indexer/extract/transcripts.h"

#include <algorithm>
#include <map>

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

// The words before a colon at a paragraph's head: capitals only.
TokenRange label(const Reading& reading, const ReadParagraph& p) {
  if (p.kind != ParagraphKind::body) return {};
  uint32_t limit = std::min(p.tokens.end, p.tokens.begin + longest_label + 1);
  for (uint32_t t = p.tokens.begin; t < limit; ++t) {
    const Token& token = reading.tokens[t];
    if (token.kind == TokenKind::colon) {
      bool ends =
          t + 2 < p.tokens.end && reading.text(t) == ":" && reading.tokens[t + 1].space_before;
      if (!ends || t == p.tokens.begin || is_furniture(reading.text(p.tokens.begin))) return {};
      return {p.tokens.begin, t};
    }
    if (token.kind != TokenKind::word || !token.capitalised) return {};
  }
  return {};
}

bool has_word(const Reading& r, TokenRange range) {
  for (uint32_t t = range.begin; t < range.end; ++t)
    if (r.tokens[t].kind == TokenKind::word) return true;
  return false;
}

// "IDA LUND", "Ida Rome", "IL": no "Reality Check", "VERDICT", "Pros" or "ROME".
bool names_someone(const Reading& r, TokenRange label) {
  constexpr WordClass no_name = WordClass::plain | WordClass::common | WordClass::auxiliary |
                                WordClass::preposition | WordClass::verb | WordClass::say;
  bool place = true;
  for (uint32_t t = label.begin; t < label.end; ++t) {
    if (r.is(t, no_name) && !r.is(t, WordClass::given_name)) return false;
    place &= r.is(t, WordClass::place | WordClass::country);
  }
  return !place && (label.size() > 1 || r.tokens[label.begin].all_capitals);
}

// What the labels of an article's paragraphs look like.
struct Labels {
  uint32_t count = 0;
  uint32_t longest_row = 0;
  uint32_t headings = 0;    // labels that name nobody
  uint32_t full_names = 0;  // labels of two words or more that name someone
  uint32_t questions = 0, answers = 0;
  std::map<std::string_view, uint32_t> names;  // how often each stands that names someone

  explicit Labels(const Reading& r) {
    uint32_t row = 0;
    for (const ReadParagraph& p : r.paragraphs) {
      TokenRange words = label(r, p);
      std::string_view name = r.text(words);
      row = name.empty() ? 0 : row + 1;
      longest_row = std::max(longest_row, row);
      if (name.empty()) continue;
      ++count;
      bool someone = names_someone(r, words);
      if (someone) ++names[name];
      headings += !someone;
      full_names += someone && words.size() > 1;
      questions += name == "Q";
      answers += name == "A";
    }
  }

  bool question_and_answer() const { return questions > 0 && answers > 0; }
  // "HISTORY: ...", "POPULATION: ...": more headings than full names, and none of them twice.
  bool heads_facts() const {
    return headings > 0 && headings >= full_names &&
           std::none_of(names.begin(), names.end(), [](const auto& l) { return l.second > 1; });
  }
  // Two who speak in turns, a paragraph or several at a time.
  bool in_turns() const {
    return std::count_if(names.begin(), names.end(), [](const auto& l) { return l.second > 1; }) >
           1;
  }
};

// Whose the headline says that something is: "|Spokesperson Orlo|'s Press Conference".
TokenRange owner_in_headline(const Reading& r) {
  for (const ReadParagraph& p : r.paragraphs) {
    if (p.kind != ParagraphKind::headline) continue;
    for (uint32_t t = p.tokens.begin + 1; t < p.tokens.end; ++t)
      if (r.tokens[t].kind == TokenKind::clitic && r.tokens[t - 1].capitalised)
        return {p.tokens.begin, t};
  }
  return {};
}

}  // namespace

TokenRange answering_person(const Reading& r) {
  TokenRange owner = owner_in_headline(r);
  return owner.empty() || Labels(r).question_and_answer() ? owner : TokenRange{};
}

Transcript::Transcript(Grammar& grammar) : grammar_(grammar), reading_(grammar.reading()) {
  Labels labels(reading_);
  is_transcript_ = labels.question_and_answer() || (labels.count >= 4 && !labels.heads_facts() &&
                                                    (labels.longest_row >= 3 || labels.in_turns()));
  if (labels.question_and_answer()) answering_ = owner_in_headline(reading_);
}

bool Transcript::read_labelled(uint32_t paragraph, TokenRange name,
                               std::vector<Attribution>& found) {
  const ReadParagraph& p = reading_.paragraphs[paragraph];
  Attribution a;
  TokenRange content = p.tokens;
  if (!name.empty()) content.begin = name.end + 1;
  content = trimmed(reading_, content);
  if (!has_word(reading_, content)) return true;  // "Lund: 1,547": a table
  if (!name.empty()) {
    a.cue = {name.end, name.end + 1};
    a.speaker = name;
    if (reading_.text(name) == "A") {
      a.speaker = {};
      a.governing_subject = answering_;
      a.same_speaker_as = last_answer_;
      if (last_answer_ < 0) last_answer_ = static_cast<int32_t>(found.size());
    }
  } else {
    a.same_speaker_as = static_cast<int32_t>(found.size()) - 1;
  }
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
  TokenRange name = label(reading_, p);
  if (name.empty() && !open_) return false;
  open_ = true;
  return read_labelled(paragraph, name, found);
}

}  // namespace quotary
