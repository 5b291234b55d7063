#include "train/gold.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "common/base/error.h"
#include "corpus/article/article_parser.h"
#include "indexer/extract/word_forms.h"
#include "train/json_line.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;

std::string read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Error(ErrorKind::input, file.string() + ": cannot be read", "");
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// Code points to bytes of one text.
class Offsets {
 public:
  explicit Offsets(std::string_view text) {
    for (uint32_t i = 0; i < text.size(); ++i)
      if ((text[i] & 0xC0) != 0x80) bytes_.push_back(i);
    bytes_.push_back(static_cast<uint32_t>(text.size()));
  }
  uint32_t byte(long code_point) const {
    if (code_point < 0) return 0;
    return bytes_[std::min<size_t>(code_point, bytes_.size() - 1)];
  }

 private:
  std::vector<uint32_t> bytes_;
};

// The tokens that lie in a span of bytes, by more than half.
TokenRange tokens_in(const Reading& r, Span span) {
  auto middle = [](const Token& t) { return (t.span.begin + t.span.end) / 2; };
  auto before = [&](const Token& t, uint32_t byte) { return middle(t) < byte; };
  auto begin = std::lower_bound(r.tokens.begin(), r.tokens.end(), span.begin, before);
  auto end = std::lower_bound(begin, r.tokens.end(), span.end, before);
  return {static_cast<uint32_t>(begin - r.tokens.begin()),
          static_cast<uint32_t>(end - r.tokens.begin())};
}

// Without the marks at its edges and a leading "that": the guides differ in these.
TokenRange bare(const Reading& r, TokenRange range) {
  auto mark = [&](uint32_t i) {
    TokenKind kind = r.tokens[i].kind;
    return kind == TokenKind::comma || kind == TokenKind::stop || kind == TokenKind::colon ||
           kind == TokenKind::dash || kind == TokenKind::quote;
  };
  while (!range.empty() && mark(range.begin)) ++range.begin;
  while (!range.empty() && mark(range.end - 1)) --range.end;
  if (range.size() > 1 && r.lower(range.begin) == "that") ++range.begin;
  return range;
}

std::vector<TokenRange> ranges_of(const Reading& r, const Offsets& offsets,
                                  const std::vector<long>& numbers) {
  std::vector<TokenRange> ranges;
  for (size_t i = 0; i + 1 < numbers.size(); i += 2) {
    TokenRange range =
        bare(r, tokens_in(r, {offsets.byte(numbers[i]), offsets.byte(numbers[i + 1])}));
    if (!range.empty()) ranges.push_back(range);
  }
  return ranges;
}

uint32_t gap(TokenRange a, TokenRange b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

// Where a phrase stands in the tokens from `from` to `to`, nearest to `goal` and outside `avoid`
// where it can be.
TokenRange find_phrase(const Reading& r, const std::string& phrase, TokenRange within,
                       TokenRange goal, const std::vector<TokenRange>& taken) {
  TokenRange best;
  uint32_t best_cost = ~0u;
  std::string_view text = r.article->text;
  if (within.empty() || phrase.empty()) return best;
  uint32_t limit = r.tokens[within.end - 1].span.end;
  for (uint32_t i = within.begin; i < within.end; ++i) {
    uint32_t begin = r.tokens[i].span.begin;
    if (begin + phrase.size() > limit || text.substr(begin, phrase.size()) != phrase) continue;
    TokenRange range = tokens_in(r, {begin, begin + static_cast<uint32_t>(phrase.size())});
    if (range.empty() || range.begin != i ||
        r.tokens[range.end - 1].span.end > begin + phrase.size())
      continue;
    uint32_t cost = 2 * gap(range, goal) + (range.end <= goal.begin ? 0 : 1);
    if (range.overlaps(goal)) cost = 9;
    for (TokenRange other : taken)
      if (other.overlaps(range)) cost += 1000;
    if (cost < best_cost) best = range, best_cost = cost;
  }
  return best;
}

TokenRange sentences_around(const Reading& r, TokenRange range) {
  uint32_t first = r.sentence_of[range.begin], last = r.sentence_of[range.end - 1];
  uint32_t p = r.sentences[first].paragraph;
  if (first > r.paragraphs[p].first_sentence) --first;
  if (last + 1 < r.paragraphs[r.sentences[last].paragraph].last_sentence) ++last;
  return {r.sentences[first].tokens.begin, r.sentences[last].tokens.end};
}

// Content that its own attribution interrupts ("A," she said, "B.") is cut at cue and speaker.
std::vector<TokenRange> without(TokenRange content, TokenRange cue, TokenRange speaker) {
  TokenRange hole = cue;
  if (!speaker.empty() && content.contains(speaker.begin) && gap(cue, speaker) < 12)
    hole = {std::min(cue.begin, speaker.begin), std::max(cue.end, speaker.end)};
  if (hole.empty() || !hole.overlaps(content)) return {content};
  std::vector<TokenRange> pieces;
  if (content.begin < hole.begin) pieces.push_back({content.begin, hole.begin});
  if (hole.end < content.end) pieces.push_back({hole.end, content.end});
  return pieces;
}

// A phrase of wire-style gold: given by its place, or by its text and then looked for.
TokenRange phrase_of(const Reading& r, const JsonLine& line, const std::string& key,
                     const Offsets& offsets, TokenRange within, TokenRange goal,
                     const std::vector<TokenRange>& taken) {
  if (std::vector<long> place = line.list(key); place.size() == 2)
    return tokens_in(r, {offsets.byte(place[0]), offsets.byte(place[1])});
  return find_phrase(r, line.string(key), within, goal, taken);
}

void read_wire(GoldArticle& a, const std::vector<JsonLine>& lines, const Offsets& offsets) {
  const Reading& r = a.reading;
  std::vector<TokenRange> taken;
  std::map<std::string, TokenRange> last_mention;  // by speaker: for cues without one of their own
  for (const JsonLine& line : lines) {
    auto at = [&](const char* key) {
      std::vector<long> n = line.list(key);
      return n.empty() ? 0 : offsets.byte(n[0]);
    };
    GoldAttribution g;
    TokenRange content = bare(r, tokens_in(r, {at("start"), at("end")}));
    if (content.empty()) continue;
    TokenRange around = sentences_around(r, content);
    g.cue = phrase_of(r, line, "cue", offsets, around, content, taken);
    std::string speaker = line.string("speaker") + "|";
    if (!g.cue.empty()) {
      taken.push_back(g.cue);
      TokenRange mention = phrase_of(r, line, "mention", offsets, around, g.cue, {content});
      if (mention.empty()) {
        TokenRange earlier = last_mention[speaker];
        if (!earlier.empty() && r.sentence_of[earlier.begin] == r.sentence_of[g.cue.begin])
          mention = earlier;
      } else {
        last_mention[speaker] = mention;
      }
      if (!mention.empty()) g.speaker = {mention};
      g.content = without(content, g.cue, mention);
    } else {
      g.content = {content};
    }
    a.gold.push_back(g);
  }
}

bool has_word(const Reading& r, TokenRange range, const std::set<std::string>& words) {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    std::string form = lower_case(r.text(i));
    if (words.count(form) || words.count(form.substr(form.rfind('-') + 1))) return true;
  }
  return false;
}

void read_spans(GoldArticle& a, const std::vector<JsonLine>& lines, const Offsets& offsets,
                const std::set<std::string>& speech_words) {
  const Reading& r = a.reading;
  for (const JsonLine& line : lines) {
    GoldAttribution g;
    g.content = ranges_of(r, offsets, line.list("content"));
    g.speaker = ranges_of(r, offsets, line.list("source"));
    std::vector<long> cue = line.list("cue");
    if (g.content.empty()) continue;
    if (cue.size() >= 2)
      g.cue = tokens_in(r, {offsets.byte(cue.front()), offsets.byte(cue.back())});
    size_t quoted = 0;
    for (TokenRange piece : g.content)
      for (uint32_t i = piece.begin; i < piece.end; ++i)
        quoted += r.quoted(i) && r.tokens[i].kind == TokenKind::word;
    g.counts = speech_words.empty() || quoted >= 3 || has_word(r, g.cue, speech_words);
    a.gold.push_back(g);
  }
}

GoldArticle read_gold_article(const fs::path& file, const std::vector<JsonLine>& lines,
                              const std::set<std::string>& speech_words) {
  GoldArticle a;
  a.name = file.filename().string();
  a.article = std::make_unique<Article>(parse_article(read_bytes(file), a.name));
  a.reading = read_article(*a.article, Lexicon::of(a.article->language));
  a.rules = find_attributions(a.reading);
  Offsets offsets(a.article->text);
  a.style = lines.front().numbers.count("content") ? GoldStyle::spans : GoldStyle::wire;
  if (a.style == GoldStyle::wire)
    read_wire(a, lines, offsets);
  else
    read_spans(a, lines, offsets, speech_words);
  return a;
}

}  // namespace

std::vector<GoldArticle> read_gold(const GoldSource& source,
                                   const std::set<std::string>& speech_words) {
  std::ifstream in(source.gold);
  if (!in) throw Error(ErrorKind::input, source.gold.string() + ": cannot be read", "");
  std::map<std::string, std::vector<JsonLine>> by_file;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    JsonLine parsed = parse_json_line(line, source.gold.string() + ":" + std::to_string(number));
    by_file[parsed.string("file")].push_back(std::move(parsed));
  }
  std::vector<GoldArticle> articles;
  articles.reserve(by_file.size());
  for (const auto& [name, lines] : by_file)
    articles.push_back(read_gold_article(source.texts / name, lines, speech_words));
  return articles;
}

std::set<std::string> read_speech_words(const fs::path& file) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorKind::input, file.string() + ": cannot be read", "");
  std::set<std::string> words;
  std::string line;
  while (std::getline(in, line)) {
    size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    std::istringstream lemmas(line.substr(tab + 1));
    bool noun = line.substr(0, tab) == "noun";
    for (std::string lemma; lemmas >> lemma; words.insert(lemma))
      if (!noun)
        for (const InflectedForm& form : verb_forms(lemma)) words.insert(form.text);
  }
  for (const char* irregular :
       {"said",   "told",    "wrote",    "written",  "spoke",     "spoken",  "swore",
        "sworn",  "read",    "cast",     "went",     "gone",      "begged",  "quipped",
        "ripped", "slammed", "admitted", "referred", "referring", "bragged", "penned"})
    words.insert(irregular);
  return words;
}

}  // namespace quotary
