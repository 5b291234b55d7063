#include <fmt/format.h>

#include <pugixml.hpp>

#include "corpus/article/place_name.h"
#include "corpus/reader/article_builder.h"
#include "corpus/reader/formats.h"

namespace quotary {
namespace {

// An element's name without the prefix of its namespace.
std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  size_t colon = name.find(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

// Finds the first element that is too deep, without recursion: what reads the tree recurses.
struct DepthWalker : pugi::xml_tree_walker {
  explicit DepthWalker(unsigned most) : most_depth(static_cast<int>(most)) {}
  bool for_each(pugi::xml_node& node) override {
    return node.type() != pugi::node_element || depth() < most_depth;
  }
  int most_depth;
};

void append_text(std::string& text, const pugi::xml_node& node) {
  for (const pugi::xml_node& child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      text += child.value();
    } else {
      append_text(text, child);
    }
  }
}

std::string text_of(const pugi::xml_node& node) {
  std::string text;
  append_text(text, node);
  return text;
}

// The first element of this name below `node`, however deep; an empty node where there is none.
pugi::xml_node find(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) return child;
    if (pugi::xml_node found = find(child, name)) return found;
  }
  return {};
}

// Calls visit(node) for the outermost elements of this name.
template <typename Visit>
void for_each(const pugi::xml_node& node, std::string_view name, const Visit& visit) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) {
      visit(child);
    } else {
      for_each(child, name, visit);
    }
  }
}

void add_paragraphs(ArticleBuilder& article, const pugi::xml_node& node) {
  for_each(node, "p", [&](const pugi::xml_node& p) { article.paragraph(text_of(p)); });
}

void add_date(ArticleBuilder& article, std::string_view written) {
  if (!written.empty()) article.date(written);
}

void read_nitf(ArticleBuilder& article, const pugi::xml_node& nitf) {
  pugi::xml_node body_head = find(nitf, "body.head");
  pugi::xml_node headline = find(body_head ? body_head : nitf, "hl1");
  article.headline(text_of(headline ? headline : find(nitf, "title")));
  for (std::string_view name : {"date.issue", "date.release", "story.date"}) {
    add_date(article, find(nitf, name).attribute("norm").value());
  }
  article.dateline(text_of(find(body_head, "dateline")));
  pugi::xml_node content = find(nitf, "body.content");
  add_paragraphs(article, content ? content : nitf);
}

void read_newsml(ArticleBuilder& article, const pugi::xml_node& item) {
  pugi::xml_node meta = find(item, "contentMeta");
  article.headline(text_of(find(meta, "headline")));
  add_date(article, text_of(find(meta, "contentCreated")));
  add_date(article, text_of(find(item, "versionCreated")));
  article.dateline(text_of(find(meta, "dateline")));
  for_each(meta, "located", [&](const pugi::xml_node& located) {
    std::string name = tidy(text_of(find(located, "name")));
    if (!name.empty()) article.place({{name}});
  });
  article.agency(tidy(text_of(find(find(meta, "infoSource"), "name"))));
  pugi::xml_node content = find(item, "contentSet");
  if (pugi::xml_node nitf = find(content, "nitf")) return read_nitf(article, nitf);
  add_paragraphs(article, content);
  if (!article.has_paragraphs()) article.paragraphs(text_of(find(content, "inlineData")));
}

void read_rcv1(ArticleBuilder& article, const pugi::xml_node& item) {
  add_date(article, item.attribute("date").value());
  pugi::xml_node headline = find(item, "headline");
  article.headline(text_of(headline ? headline : find(item, "title")));
  // "LONDON 1996-08-20": the city, and the article's own date.
  std::string dateline = tidy(text_of(find(item, "dateline")));
  size_t space = dateline.rfind(' ');
  bool dated =
      space != std::string::npos && parse_iso_date(std::string_view(dateline).substr(space + 1));
  if (dated) {
    article.place({{city_name(std::string_view(dateline).substr(0, space))}});
  } else {
    article.dateline(dateline);
  }
  article.agency("Reuters");
  add_paragraphs(article, find(item, "text"));
}

using ReadItem = void (*)(ArticleBuilder&, const pugi::xml_node&);

// All items of a kind; true if there were any.
bool read_items(const Source& source, const pugi::xml_node& document, std::string_view name,
                ReadItem read) {
  size_t number = 0;
  for_each(document, name, [&](const pugi::xml_node& item) {
    ++number;
    ArticleBuilder article(source, number == 1 ? std::string() : fmt::format("!{}", number));
    std::string_view language = item.attribute("xml:lang").value();
    if (language.size() >= 2) article.language(language);
    read(article, item);
    if (!article.emit()) source.warning("an article without text", fmt::format("item {}", number));
  });
  return number > 0;
}

}  // namespace

void read_news_xml(const Source& source) {
  std::string xml = source.bytes.read_rest(source.options.limits.document_bytes);
  pugi::xml_document document;
  pugi::xml_parse_result result = document.load_buffer_inplace(xml.data(), xml.size());
  if (!result) {
    return source.skipped(fmt::format("no XML: {}", result.description()), "",
                          fmt::format("byte {}", result.offset));
  }
  const unsigned nesting = source.options.limits.nesting;
  if (DepthWalker walker(nesting); !document.traverse(walker))
    return source.skipped(fmt::format("elements within elements, more than {} deep", nesting));
  bool any = read_items(source, document, "newsItem", read_newsml) ||
             read_items(source, document, "newsitem", read_rcv1) ||
             read_items(source, document, "nitf", read_nitf);
  if (!any) source.skipped("XML, but neither NITF nor NewsML-G2 nor RCV1");
}

}  // namespace quotary
