#include "indexer/index/statement_rows.h"

#include <fmt/format.h>

#include "common/text/json_string.h"
#include "common/text/utf8.h"

namespace quotary {
namespace {

// One object, written field by field in the order of the calls.
class Row {
 public:
  Row(std::string& out, std::string_view text, const CodePointOffsets& offsets)
      : out_(out), text_(text), offsets_(offsets) {
    out_ += '{';
  }

  void string(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(out_, value);
  }

  void string_or_null(std::string_view name, std::string_view value) {
    if (value.empty()) return null(name);
    string(name, value);
  }

  // The text of a span, or null.
  void text_of(std::string_view name, const std::optional<Span>& span) {
    if (!span) return null(name);
    string(name, span->of(text_));
  }

  void offsets_of(std::string_view start, std::string_view end, const std::optional<Span>& span) {
    if (!span) {
      null(start);
      return null(end);
    }
    number(start, offsets_.code_point(span->begin));
    number(end, offsets_.code_point(span->end));
  }

  void spans(std::string_view name, const std::vector<Span>& spans) {
    key(name);
    out_ += '[';
    for (const Span& span : spans) {
      if (&span != spans.data()) out_ += ',';
      fmt::format_to(std::back_inserter(out_), "[{},{}]", offsets_.code_point(span.begin),
                     offsets_.code_point(span.end));
    }
    out_ += ']';
  }

  void end() { out_ += "}\n"; }

 private:
  void key(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    append_json_string(out_, name);
    out_ += ':';
  }
  void null(std::string_view name) {
    key(name);
    out_ += "null";
  }
  void number(std::string_view name, uint32_t value) {
    key(name);
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }

  std::string& out_;
  std::string_view text_;
  const CodePointOffsets& offsets_;
};

}  // namespace

void append_statement_rows(std::string& out, std::string_view file, const Article& article,
                           const std::vector<Statement>& statements) {
  if (statements.empty()) return;
  CodePointOffsets offsets(article.text);
  for (const Statement& statement : statements) {
    Row row(out, article.text, offsets);
    row.string("file", file);
    row.string_or_null("speaker", fmt::to_string(fmt::join(statement.speakers, "; ")));
    row.text_of("mention", statement.mention);
    row.text_of("cue", statement.cue);
    row.offsets_of("cue_start", "cue_end", statement.cue);
    row.offsets_of("speaker_start", "speaker_end", statement.named_mention);
    row.offsets_of("start", "end", statement.content());
    row.spans("segments", statement.segments);
    row.string("kind", name_of(statement.kind));
    row.string("status", name_of(statement.status));
    row.string_or_null("said", statement.said ? to_iso(*statement.said) : "");
    row.text_of("content", statement.content());
    row.end();
  }
}

}  // namespace quotary
