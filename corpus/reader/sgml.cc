#include <fmt/format.h>

#include "common/base/error.h"
#include "common/text/utf8.h"
#include "corpus/reader/article_builder.h"
#include "corpus/reader/formats.h"
#include "corpus/reader/markup.h"

namespace quotary {
namespace {

// Calls visit(record) for each run of lines from one that begins with `opening` to one that holds
// `closing`; what is between records is passed over. A record that is too long is told, and ended.
template <typename Visit>
void for_each_record(const Source& source, std::string_view opening, std::string_view closing,
                     Visit&& visit) {
  std::string record, line;
  uint64_t limit = source.options.limits.record_bytes;
  size_t number = 0;
  bool inside = false;
  while (source.bytes.read_line(line, limit)) {
    size_t begin = inside ? 0 : line.find(opening);
    if (begin == line.npos) continue;
    if (!inside) ++number;
    inside = true;
    record.append(line, begin);
    if (record.size() > limit) {
      throw Error(ErrorKind::input,
                  fmt::format("record {} is larger than {} bytes", number, limit));
    }
    if (line.find(closing, begin) == line.npos) continue;
    visit(record, number);
    record.clear();
    inside = false;
  }
  if (!inside) return;
  source.warning("the last record is not closed", fmt::format("record {}", number));
  visit(record, number);
}

std::string suffix_of(std::string_view id, size_t number) {
  std::string tidied = tidy(id.substr(0, 80));
  return tidied.empty() ? fmt::format("!{}", number) : "!" + tidied;
}

// Reuters end their bodies with their own name, and a control character.
std::string_view without_signature(std::string_view body) {
  size_t end = body.find_last_not_of(" \n\r\t\x03");
  body = body.substr(0, end == body.npos ? 0 : end + 1);
  for (std::string_view signature : {"&#3;", "REUTER", "Reuter"}) {
    if (body.ends_with(signature)) body.remove_suffix(signature.size());
    size_t last = body.find_last_not_of(" \n\r\t");
    body = body.substr(0, last == body.npos ? 0 : last + 1);
  }
  return body;
}

void read_reuters_record(const Source& source, std::string_view record, size_t number) {
  ArticleBuilder article(source, suffix_of(attribute(record, "NEWID"), number));
  article.agency("Reuters");
  article.date(element(record, "DATE"));
  std::string_view text = element(record, "TEXT");
  article.headline(plain_text(element(text, "TITLE")));
  article.dateline(plain_text(element(text, "DATELINE")));
  size_t from = 0;
  auto body = next_element(text, "BODY", from);
  // TYPE="UNPROC": text without elements.
  bool bare = !body && text.find("<TITLE>") == text.npos;
  article.paragraphs(plain_text(without_signature(body   ? *body
                                                  : bare ? text
                                                         : std::string_view())));
  if (!article.emit()) source.warning("an article without text", fmt::format("record {}", number));
}

std::string_view first_of(std::string_view record, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    if (auto found = element(record, name); !found.empty()) return found;
  }
  return {};
}

void read_gigaword_record(const Source& source, std::string_view record, size_t number) {
  std::string_view id = attribute(record, "id");
  if (id.empty()) id = first_of(record, {"DOCNO", "DOCID"});
  ArticleBuilder article(source, suffix_of(id, number));
  std::string_view date = first_of(record, {"DATE_TIME", "DATETIME", "DATE"});
  // Gigaword tells the day in the document's name only: AFP_ENG_20051203.0017.
  if (!date.empty()) article.date(date);
  article.headline(plain_text(first_of(record, {"HEADLINE", "TITLE"})));
  article.dateline(plain_text(element(record, "DATELINE")));
  std::string_view text = first_of(record, {"TEXT", "BODY"});
  size_t from = 0;
  bool divided = false;
  while (auto paragraph = next_element(text, "P", from)) {
    article.paragraph(plain_text(*paragraph));
    divided = true;
  }
  if (!divided) article.paragraphs(plain_text(text));
  if (!article.emit()) source.warning("an article without text", fmt::format("record {}", number));
}

}  // namespace

void read_reuters_sgml(const Source& source) {
  for_each_record(source, "<REUTERS", "</REUTERS>", [&](std::string_view record, size_t number) {
    read_reuters_record(source, record, number);
  });
}

void read_gigaword_sgml(const Source& source) {
  for_each_record(source, "<DOC", "</DOC>", [&](std::string_view record, size_t number) {
    if (record.starts_with("<DOC>") || record.starts_with("<DOC ")) {
      read_gigaword_record(source, record, number);
    }
  });
}

}  // namespace quotary
