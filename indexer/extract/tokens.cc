#include "indexer/extract/tokens.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "common/base/byte_words.h"
#include "indexer/extract/word_sets.h"

namespace quotary {
namespace {

enum Byte : uint8_t { other, letter, digit, blank, multi };

constexpr std::array<Byte, 256> byte_classes = [] {
  std::array<Byte, 256> classes{};
  for (int c = 0; c < 256; ++c) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) classes[c] = letter;
    if (c >= '0' && c <= '9') classes[c] = digit;
    if (c == ' ' || (c >= '\t' && c <= '\r')) classes[c] = blank;
    if (c >= 128) classes[c] = multi;
  }
  return classes;
}();

// What a character of more than one byte is to the tokenizer.
struct Wide {
  TokenKind kind;
  bool is_letter;
  bool is_blank;
  bool is_apostrophe;
  uint32_t size;
};

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span span, const Lexicon& lexicon, std::vector<Token>& tokens)
      : text_(text.substr(0, span.end)), at_(span.begin), lexicon_(lexicon), tokens_(tokens) {}

  void run() {
    bool space = true;
    while (at_ < text_.size()) {
      if (uint32_t n = blank_here()) {
        at_ += n;
        space = true;
        continue;
      }
      begin_token(space);
      space = false;
    }
  }

 private:
  Byte class_at(size_t i) const {
    return i < text_.size() ? byte_classes[static_cast<uint8_t>(text_[i])] : other;
  }
  bool starts(size_t i, std::string_view s) const { return text_.substr(i, s.size()) == s; }

  // The character at i, which has more than one byte. General punctuation and the like are known;
  // all else counts as a letter.
  Wide wide_at(size_t i) const {
    auto b = [&](size_t k) {
      return static_cast<uint8_t>(i + k < text_.size() ? text_[i + k] : 0);
    };
    uint32_t size = b(0) >= 0xf0 ? 4 : b(0) >= 0xe0 ? 3 : 2;
    size = std::min(size, static_cast<uint32_t>(text_.size() - i));
    uint32_t code = size == 2   ? (b(0) & 31u) << 6 | (b(1) & 63u)
                    : size == 3 ? (b(0) & 15u) << 12 | (b(1) & 63u) << 6 | (b(2) & 63u)
                                : 0x10000;
    Wide w{TokenKind::symbol, false, false, false, size};
    if (code == 0xa0 || (code >= 0x2000 && code <= 0x200b) || code == 0x202f || code == 0x3000 ||
        code == 0xfeff || code == 0x2028 || code == 0x2029) {
      w.is_blank = true;
    } else if (code == 0x2019 || code == 0x02bc) {
      w.is_apostrophe = true, w.kind = TokenKind::quote;
    } else if (code == 0xab || code == 0xbb || (code >= 0x2018 && code <= 0x201f) ||
               code == 0x2039 || code == 0x203a || (code >= 0x300c && code <= 0x300f)) {
      w.kind = TokenKind::quote;
    } else if (code >= 0x2012 && code <= 0x2015) {
      w.kind = TokenKind::dash;
    } else if (code == 0x2026 || code == 0x3002 || code == 0xff01 || code == 0xff1f) {
      w.kind = TokenKind::stop;
    } else if (code == 0xff0c || code == 0x3001) {
      w.kind = TokenKind::comma;
    } else if (code == 0xff1a || code == 0xff1b) {
      w.kind = TokenKind::colon;
    } else if ((code >= 0xa1 && code <= 0xbf && code != 0xaa && code != 0xba) ||
               (code >= 0x2010 && code <= 0x206f) || (code >= 0x20a0 && code <= 0x2bff) ||
               code == 0xd7 || code == 0xf7 || (code >= 0x3001 && code <= 0x3020)) {
      w.kind = TokenKind::symbol;
    } else {
      w.is_letter = true, w.kind = TokenKind::word;
    }
    return w;
  }

  uint32_t blank_here() const {
    Byte c = class_at(at_);
    if (c == blank) return 1;
    if (c != multi) return 0;
    Wide w = wide_at(at_);
    return w.is_blank ? w.size : 0;
  }

  // The size of the letter or digit at i, 0 if there is none.
  uint32_t alphanumeric(size_t i) const {
    Byte c = class_at(i);
    if (c == letter || c == digit) return 1;
    if (c != multi) return 0;
    Wide w = wide_at(i);
    return w.is_letter ? w.size : 0;
  }
  uint32_t apostrophe(size_t i) const {
    if (i >= text_.size()) return 0;
    if (text_[i] == '\'') return 1;
    return class_at(i) == multi && wide_at(i).is_apostrophe ? wide_at(i).size : 0;
  }

  void begin_token(bool space) {
    size_t begin = at_;
    Token token;
    token.space_before = space;
    if (alphanumeric(at_)) {
      token.kind = read_word();
    } else if (uint32_t n = clitic(at_); n && !space) {
      token.kind = TokenKind::clitic;
      at_ += n;
    } else {
      token.kind = read_mark();
    }
    token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
    finish(token);
  }

  // The size of "'s", "'re", "'ve", "'ll", "'d", "'m" at i, where a word ends.
  uint32_t clitic(size_t i) const {
    uint32_t n = apostrophe(i);
    if (!n) return 0;
    for (std::string_view end : {"s", "re", "ve", "ll", "d", "m", "S"})
      if (starts(i + n, end) && !alphanumeric(i + n + end.size()))
        return n + static_cast<uint32_t>(end.size());
    return 0;
  }

  TokenKind read_word() {
    bool all_digits_first = class_at(at_) == digit;
    for (;;) {
      while (uint32_t n = alphanumeric(at_)) at_ += n;
      if (uint32_t n = inner_mark(all_digits_first)) {
        at_ += n;
        continue;
      }
      break;
    }
    return all_digits_first ? TokenKind::number : TokenKind::word;
  }

  // The size of a mark at the current place that belongs inside the word.
  uint32_t inner_mark(bool in_number) const {
    if (at_ >= text_.size()) return 0;
    char c = text_[at_];
    if (in_number && (c == ',' || c == '.' || c == ':') && class_at(at_ + 1) == digit &&
        class_at(at_ - 1) == digit)
      return 1;
    if ((c == '-' || c == '&') && alphanumeric(at_ + 1)) return 1;
    if (c == '-' && is_broken_here()) return 2;
    if (c == '.') return inner_stop();
    if (uint32_t n = apostrophe(at_); n && !clitic(at_) && class_at(at_ + n) == letter) return n;
    return 0;
  }

  // "state- run", "al- Hamad": a line of the wire was broken at the hyphen; not "two- and
  // three-year". The hyphen is at the current place, right behind a word.
  bool is_broken_here() const {
    if (at_ + 2 >= text_.size() || class_at(at_ + 1) != blank || !alphanumeric(at_ + 2))
      return false;
    for (std::string_view word : {"and", "or", "to", "but"})
      if (starts(at_ + 2, word) && !alphanumeric(at_ + 2 + word.size())) return false;
    return true;
  }

  // "U.S.", "a.m.", "Oct.", "J.": the dot of an abbreviation belongs to it.
  uint32_t inner_stop() const {
    size_t begin = at_;
    while (begin > 0 && class_at(begin - 1) == letter) --begin;
    size_t letters = at_ - begin;
    bool dotted = begin > 0 && text_[begin - 1] == '.';
    if (letters == 0 || class_at(begin ? begin - 1 : 0) == multi) return 0;
    if (letters == 1) {
      bool capital = text_[begin] >= 'A' && text_[begin] <= 'Z';
      return capital || dotted || (class_at(at_ + 1) == letter && text_.substr(at_ + 2, 1) == ".");
    }
    if (dotted && letters == 1) return 1;
    if (letters > 8) return 0;
    // "D-Tar., denied": a party and a state
    if (begin > 1 && text_[begin - 1] == '-' &&
        one_of(text_.substr(begin - 2, 1), {"R", "D", "I"}) && text_.substr(at_ + 1, 1) == ",")
      return 1;
    // In lower case only "vs.", "etc." and their like are no words of their own.
    bool capital = text_[begin] >= 'A' && text_[begin] <= 'Z';
    bool lower_case = starts(begin, "vs") || starts(begin, "etc") || starts(begin, "approx");
    if (!capital && !lower_case) return 0;
    return lexicon_.info(find(begin, at_)).is(WordClass::abbreviation) ? 1 : 0;
  }

  uint32_t find(size_t begin, size_t end) const {
    char lower[32];
    size_t size = end - begin;
    if (size > sizeof lower) return 0;
    for (size_t i = 0; i < size; i += 8) {
      uint64_t bytes = small_letters(first_bytes(text_.substr(begin + i, size - i)));
      std::memcpy(lower + i, &bytes, sizeof bytes);
    }
    return lexicon_.find({lower, size});
  }

  TokenKind read_mark() {
    if (class_at(at_) == multi) {
      Wide w = wide_at(at_);
      at_ += w.size;
      return w.kind;
    }
    char c = text_[at_];
    size_t run = at_;
    while (run < text_.size() && text_[run] == c) ++run;
    size_t n = run - at_;
    switch (c) {
      case ',':
        at_ += 1;
        return TokenKind::comma;
      case '.':
        at_ = run;
        return TokenKind::stop;
      case '!':
      case '?':
        at_ += 1;
        return TokenKind::stop;
      case ':':
      case ';':
        at_ += 1;
        return TokenKind::colon;
      case '(':
      case '[':
        at_ += 1;
        return TokenKind::open_bracket;
      case ')':
      case ']':
        at_ += 1;
        return TokenKind::close_bracket;
      case '"':
        at_ += 1;
        return TokenKind::quote;
      case '\'':
      case '`':
        at_ += n >= 2 ? 2 : 1;
        return TokenKind::quote;
      case '-':
        at_ = run;
        return TokenKind::dash;
      case '_':
        at_ = run;
        return n == 1 || n == 2 ? TokenKind::dash : TokenKind::symbol;
      default:
        at_ += 1;
        return TokenKind::symbol;
    }
  }

  void finish(Token& token) {
    std::string_view t = token.span.of(text_);
    if (token.kind == TokenKind::word || token.kind == TokenKind::number ||
        token.kind == TokenKind::clitic) {
      token.word = find(token.span.begin, token.span.end);
      if (!token.word && t.size() > 2 && t.back() == '.')
        token.word = find(token.span.begin, token.span.end - 1);
      token.capitalised = capital_at(token.span.begin);
      token.all_capitals =
          token.capitalised && t.size() > 1 &&
          std::none_of(t.begin(), t.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
          std::count_if(t.begin(), t.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) > 1;
    }
    tokens_.push_back(token);
  }

  // Capitals of Latin-1, Latin Extended-A, Greek and Cyrillic are known without ICU.
  bool capital_at(size_t i) const {
    auto c = static_cast<uint8_t>(text_[i]);
    if (c < 128) return c >= 'A' && c <= 'Z';
    auto d = static_cast<uint8_t>(i + 1 < text_.size() ? text_[i + 1] : 0);
    if (c == 0xc3) return d >= 0x80 && d <= 0x9e && d != 0x97;
    if (c == 0xc4 || c == 0xc5)
      return (d & 1) ==
             ((c == 0xc5 && d < 0x8a) || (c == 0xc4 && d >= 0xb9) || (c == 0xc5 && d >= 0xb9));
    if (c == 0xce) return d >= 0x86 && d <= 0xa9;
    if (c == 0xd0) return d >= 0x80 && d <= 0xaf;
    return false;
  }

  std::string_view text_;
  size_t at_;
  const Lexicon& lexicon_;
  std::vector<Token>& tokens_;
};

}  // namespace

void append_tokens(std::string_view text, Span span, const Lexicon& lexicon,
                   std::vector<Token>& tokens) {
  Tokenizer(text, span, lexicon, tokens).run();
}

}  // namespace quotary
