#include "query/language/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>

#include "common/store/schema.h"
#include "query/language/query_error.h"

namespace quotary {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The marks that open a phrase and those that close it. A straight mark closes any.
struct QuotationMarks {
  std::string_view open;
  std::string_view close;
};
constexpr QuotationMarks quotation_marks[] = {
    {"\"", "\""},         {"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u201D", "\u201D"},
    {"\u00AB", "\u00BB"}, {"\u300C", "\u300D"}, {"\uFF02", "\uFF02"},
};

const QuotationMarks* quotation_at(std::string_view text, size_t i) {
  for (const QuotationMarks& marks : quotation_marks) {
    if (text.substr(i).starts_with(marks.open)) return &marks;
  }
  return nullptr;
}

// Punctuation that may stand around a word without belonging to it.
bool is_loose_punctuation(char c) {
  return c == ',' || c == ';' || c == '?' || c == '!' || c == '\'' || c == '`' || c == ':';
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<QueryToken> run() {
    while (skip_space(), at_ < query_.size()) next();
    end_of_field_value();
    add(QueryTokenKind::end, "", at_);
    settle_small_operators();
    return std::move(tokens_);
  }

 private:
  void skip_space() {
    while (at_ < query_.size()) {
      size_t size = space_at(query_, at_);
      if (size == 0) return;
      end_of_field_value();
      at_ += size;
    }
  }

  // A field must be followed at once by its value.
  void end_of_field_value() const {
    if (tokens_.empty() || tokens_.back().kind != QueryTokenKind::field) return;
    const QueryToken& field = tokens_.back();
    throw QueryError{field.place.end, fmt::format("the field '{}' is empty", field.text),
                     fmt::format("write the value right after the colon, without a space: "
                                 "{0}:word or {0}:\"several words\"",
                                 field.text)};
  }

  void next() {
    char c = query_[at_];
    if (is_loose_punctuation(c)) {
      ++at_;
      return;
    }
    if (c == '(') return single(QueryTokenKind::open);
    if (c == ')') {
      end_of_field_value();
      return single(QueryTokenKind::close);
    }
    if (const QuotationMarks* marks = quotation_at(query_, at_)) return phrase(*marks);
    if (c == '-' && minus_is_not()) return single(QueryTokenKind::op_not);
    if (field()) return;
    word();
  }

  void single(QueryTokenKind kind) {
    size_t begin = at_++;
    add(kind, std::string(query_.substr(begin, 1)), begin);
  }

  // "-x" negates at the beginning of a word; "-" by itself is a dash.
  bool minus_is_not() const {
    if (!tokens_.empty() && tokens_.back().kind == QueryTokenKind::field) {
      const QueryToken& field = tokens_.back();
      throw QueryError{at_, "a value cannot be negated by itself",
                       fmt::format("put the minus before the field: -{}:...", field.text)};
    }
    bool more = at_ + 1 < query_.size() && space_at(query_, at_ + 1) == 0;
    return more && query_[at_ + 1] != '-' && query_[at_ + 1] != ')';
  }

  void phrase(const QuotationMarks& marks) {
    size_t begin = at_;
    size_t text = at_ + marks.open.size();
    size_t close = query_.find(marks.close, text);
    size_t straight = query_.find('"', text);
    size_t end = std::min(close, straight);
    if (end == std::string_view::npos) {
      throw QueryError{begin, "this quotation mark is not closed",
                       "add the closing mark, or take this one away"};
    }
    at_ = end + (end == close ? marks.close.size() : 1);
    add(QueryTokenKind::phrase, std::string(query_.substr(text, end - text)), begin);
  }

  // "name:" and a value. Digits before the colon (12:30) are text, and so is what is no field and
  // has a space after its colon; whether another name is a field is the parser's to say.
  bool field() {
    size_t end = at_;
    while (end < query_.size() &&
           (is_letter(query_[end]) || query_[end] == '_' || (end > at_ && query_[end] == '-'))) {
      ++end;
    }
    if (end == at_ || end >= query_.size() || query_[end] != ':') return false;
    if (!tokens_.empty() && tokens_.back().kind == QueryTokenKind::field) return false;
    std::string name = lower_ascii(query_.substr(at_, end - at_));
    bool bare = end + 1 == query_.size() || space_at(query_, end + 1) > 0;
    if (bare && find_field(name) == nullptr) return false;  // "China: trade and more"
    size_t begin = at_;
    at_ = end + 1;
    add(QueryTokenKind::field, std::move(name), begin);
    return true;
  }

  bool ends_word(size_t i) const {
    return query_[i] == '(' || query_[i] == ')' || space_at(query_, i) > 0 ||
           (quotation_at(query_, i) != nullptr);
  }

  void word() {
    size_t begin = at_;
    while (at_ < query_.size() && !ends_word(at_)) ++at_;
    std::string_view text = query_.substr(begin, at_ - begin);
    while (!text.empty() && is_loose_punctuation(text.back())) text.remove_suffix(1);
    if (text.ends_with('.') && text.find('.') + 1 == text.size()) text.remove_suffix(1);
    if (!tokens_.empty() && tokens_.back().kind == QueryTokenKind::field) return value(text, begin);
    if (proximity(text, begin)) return;
    if (text == "AND") return add_at(QueryTokenKind::op_and, text, begin);
    if (text == "OR" || text == "||" || text == "|")
      return add_at(QueryTokenKind::op_or, text, begin);
    if (text == "NOT") return add_at(QueryTokenKind::op_not, text, begin);
    if (text.find('*') != std::string_view::npos) return prefix(text, begin);
    if (has_content(text)) add_at(QueryTokenKind::word, text, begin);
  }

  // Right after "field:" nothing is an operator or another field.
  void value(std::string_view text, size_t begin) {
    if (text.find('*') != std::string_view::npos) return prefix(text, begin);
    if (!has_content(text)) return;
    bool colon = text.find(':') != std::string_view::npos;
    add_at(colon ? QueryTokenKind::phrase : QueryTokenKind::word, text, begin);
  }

  void prefix(std::string_view text, size_t begin) {
    size_t star = text.find('*');
    if (star + 1 != text.size()) {
      throw QueryError{begin + star, "a star stands only at the end of a word",
                       "tariff* finds every word that begins with tariff"};
    }
    add_at(QueryTokenKind::prefix, text.substr(0, star), begin);
  }

  // Letters and digits of any script; ASCII and general punctuation alone is no word.
  static bool has_content(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (is_letter(c) || is_digit(c)) return true;
      if (text.substr(i).starts_with("\xE2\x80")) {  // U+2000 to U+203F: dashes, marks, dots
        i += 2;
      } else if (static_cast<unsigned char>(c) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  // NEAR, NEAR/5, w/5, ADJ, ADJ/5, pre/5. Without a number only in capitals.
  bool proximity(std::string_view text, size_t begin) {
    size_t slash = text.find('/');
    std::string name = lower_ascii(text.substr(0, slash));
    bool near = name == "near" || name == "w";
    if (!near && name != "adj" && name != "pre") return false;
    if (slash == std::string_view::npos && text != "NEAR" && text != "ADJ") return false;
    uint32_t distance = default_distance;
    if (slash != std::string_view::npos) {
      auto given = distance_in(text.substr(slash + 1), begin + slash + 1);
      if (!given) return false;
      distance = *given;
    }
    add_at(near ? QueryTokenKind::op_near : QueryTokenKind::op_adj, text, begin);
    tokens_.back().distance = distance;
    return true;
  }

  static std::optional<uint32_t> distance_in(std::string_view digits, size_t offset) {
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return {};
    uint32_t value = 0;
    auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (result.ec != std::errc() || value == 0 || value > max_distance) {
      throw QueryError{offset, fmt::format("a distance goes from 1 to {}", max_distance),
                       "NEAR/5 asks for at most five words' distance"};
    }
    return value;
  }

  void add(QueryTokenKind kind, std::string text, size_t begin) {
    Span place{static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
    tokens_.push_back({kind, std::move(text), 0, place});
  }

  void add_at(QueryTokenKind kind, std::string_view text, size_t begin) {
    Span place{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + text.size())};
    tokens_.push_back({kind, std::string(text), 0, place});
  }

  static bool is_operand_end(QueryTokenKind kind) {
    return kind == QueryTokenKind::word || kind == QueryTokenKind::prefix ||
           kind == QueryTokenKind::phrase || kind == QueryTokenKind::close;
  }

  static bool is_operand_begin(QueryTokenKind kind) {
    return kind == QueryTokenKind::word || kind == QueryTokenKind::prefix ||
           kind == QueryTokenKind::phrase || kind == QueryTokenKind::open ||
           kind == QueryTokenKind::field || kind == QueryTokenKind::op_not;
  }

  // "tariffs or sanctions": between two operands the small words mean what they say.
  void settle_small_operators() {
    for (size_t i = 0; i + 1 < tokens_.size(); ++i) {
      QueryToken& token = tokens_[i];
      if (token.kind != QueryTokenKind::word || (token.text != "and" && token.text != "or"))
        continue;
      bool value = i > 0 && tokens_[i - 1].kind == QueryTokenKind::field;
      bool between =
          i > 0 && is_operand_end(tokens_[i - 1].kind) && is_operand_begin(tokens_[i + 1].kind);
      token.kind = QueryTokenKind::phrase;  // the word itself, as if in quotation marks
      if (value) token.kind = QueryTokenKind::word;
      if (between)
        token.kind = token.text == "and" ? QueryTokenKind::op_and : QueryTokenKind::op_or;
    }
  }

  std::string_view query_;
  size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace

size_t space_at(std::string_view text, size_t i) {
  auto byte = static_cast<unsigned char>(text[i]);
  if (byte <= 0x20 || byte == 0x7F) return 1;
  if (byte == 0xC2 && i + 1 < text.size()) {  // U+0080 to U+00A0: C1 controls, no-break space
    return static_cast<unsigned char>(text[i + 1]) <= 0xA0 ? 2 : 0;
  }
  std::string_view three = text.substr(i, 3);
  if (three == "\u3000" || three == "\u202F" || three == "\u2028" || three == "\u2029" ||
      three == "\uFEFF") {
    return 3;
  }
  bool en_quad_to_zero_width = three.size() == 3 && three.substr(0, 2) == "\xE2\x80" &&
                               static_cast<unsigned char>(three[2]) <= 0x8F;
  return en_quad_to_zero_width ? 3 : 0;  // U+2000 to U+200F
}

std::vector<QueryToken> lex(std::string_view query) { return Lexer(query).run(); }

namespace {

// Whether `query` is `before` tokens, then the one word `text`.
bool ends_in_word(const std::string& query, size_t before, const std::string& text) {
  try {
    std::vector<QueryToken> tokens = lex(query);
    return tokens.size() == before + 2 && tokens[before].kind == QueryTokenKind::word &&
           tokens[before].text == text;
  } catch (const QueryError&) {
    return false;
  }
}

}  // namespace

bool reads_as_word(const std::string& text) {
  return text != "and" && text != "or" && ends_in_word(text, 0, text);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

bool reads_as_value(const std::string& text) { return ends_in_word("about:" + text, 1, text); }

}  // namespace quotary
