#include "corpus/reader/html.h"

#include <fmt/format.h>

#include "common/text/fold.h"
#include "corpus/article/word_list.h"
#include "corpus/reader/formats.h"
#include "corpus/reader/json_article.h"
#include "corpus/reader/page_tree.h"

namespace quotary {
namespace {

bool is_element(const GumboNode* node, GumboTag tag) {
  return node->type == GUMBO_NODE_ELEMENT && node->v.element.tag == tag;
}

std::string_view attribute_of(const GumboNode* node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found ? found->value : std::string_view();
}

// Parts of a page that hold none of the article's text.
bool is_beside_the_text(const GumboNode* node) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_SVG:
      return true;
    default:
      return false;
  }
}

bool is_paragraph(const GumboNode* node) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_FIGCAPTION:
      return true;
    default:
      return false;
  }
}

template <typename Visit>
void for_each_child(const GumboNode* node, Visit&& visit) {
  if (node->type != GUMBO_NODE_ELEMENT) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    visit(static_cast<const GumboNode*>(children.data[i]));
}

void append_text(std::string& text, const GumboNode* node) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    text += node->v.text.text;
  } else if (node->type == GUMBO_NODE_ELEMENT && !is_beside_the_text(node)) {
    if (is_element(node, GUMBO_TAG_BR)) text += '\n';
    for_each_child(node, [&](const GumboNode* child) { append_text(text, child); });
  }
}

bool holds_paragraphs(const GumboNode* node) {
  bool found = false;
  for_each_child(node, [&](const GumboNode* child) {
    found = found || (child->type == GUMBO_NODE_ELEMENT && is_paragraph(child));
  });
  return found;
}

void add_paragraphs(ArticleBuilder& article, const GumboNode* node) {
  if (node->type != GUMBO_NODE_ELEMENT || is_beside_the_text(node)) return;
  if (is_paragraph(node) && !holds_paragraphs(node)) {
    std::string text;
    append_text(text, node);
    bool caption = is_element(node, GUMBO_TAG_FIGCAPTION);
    return article.paragraph(text, caption ? ParagraphKind::caption : ParagraphKind::body);
  }
  for_each_child(node, [&](const GumboNode* child) { add_paragraphs(article, child); });
}

// What the head of a page says of its article.
struct Page {
  std::string headline, date, language, title, first_heading;
  const GumboNode* text = nullptr;  // the element that holds the text
  std::string json_ld;              // of the first NewsArticle
};

void read_meta(Page& page, const GumboNode* node) {
  std::string name = fold(attribute_of(node, "property"));
  if (name.empty()) name = fold(attribute_of(node, "name"));
  std::string_view content = attribute_of(node, "content");
  if (name == "og:title" && page.headline.empty()) page.headline = content;
  constexpr std::string_view dates =
      "|article:published_time|date|pubdate|publishdate|og:published_time|dc.date|dc.date.issued|"
      "parsely-pub-date|";
  if (is_listed(name, dates, '|') && page.date.empty()) page.date = content;
}

void look_at(Page& page, const GumboNode* node) {
  if (node->type != GUMBO_NODE_ELEMENT) return;
  switch (node->v.element.tag) {
    case GUMBO_TAG_META:
      read_meta(page, node);
      break;
    case GUMBO_TAG_HTML:
      page.language = attribute_of(node, "lang").substr(0, 2);
      break;
    case GUMBO_TAG_TITLE:
      append_text(page.title, node);
      break;
    case GUMBO_TAG_H1:
      if (page.first_heading.empty()) append_text(page.first_heading, node);
      break;
    case GUMBO_TAG_ARTICLE:
      if (!page.text) page.text = node;
      break;
    case GUMBO_TAG_TIME:
      if (page.date.empty()) page.date = attribute_of(node, "datetime");
      break;
    case GUMBO_TAG_SCRIPT:
      if (attribute_of(node, "type") == "application/ld+json" && page.json_ld.empty()) {
        for_each_child(node, [&](const GumboNode* child) {
          if (child->type == GUMBO_NODE_TEXT) page.json_ld += child->v.text.text;
        });
        if (page.json_ld.find("articleBody") == std::string::npos &&
            page.json_ld.find("datePublished") == std::string::npos) {
          page.json_ld.clear();
        }
      }
      break;
    default:
      break;
  }
  for_each_child(node, [&](const GumboNode* child) { look_at(page, child); });
}

constexpr const char* kTooLarge = "the page stands for too many elements";

void warn_of_depth(const Source& source, const PageTree& tree) {
  if (tree.is_cut())
    source.warning(fmt::format("elements within elements, more than {} deep, are left out",
                               source.options.limits.nesting));
}

}  // namespace

void add_html_paragraphs(const Source& source, ArticleBuilder& article, std::string_view html) {
  if (html.empty()) return;
  const PageTree tree(html, source.options.limits);
  if (tree.root() == nullptr) return source.warning(kTooLarge);
  warn_of_depth(source, tree);
  add_paragraphs(article, tree.root());
}

void read_html(const Source& source) {
  std::string html = source.bytes.read_rest(source.options.limits.document_bytes);
  const PageTree tree(html, source.options.limits);
  if (tree.root() == nullptr) return source.skipped(kTooLarge);
  warn_of_depth(source, tree);
  Page page;
  look_at(page, tree.root());
  ArticleBuilder article(source, "");
  JsonArticle told = read_json_ld(page.json_ld);
  for (const std::string* headline :
       {&told.headline, &page.headline, &page.first_heading, &page.title}) {
    article.headline(*headline);
  }
  for (const std::string* date : {&told.date, &page.date}) {
    if (!date->empty()) article.date(*date);
  }
  if (page.language.size() == 2) article.language(page.language);
  add_paragraphs(article, page.text ? page.text : tree.root());
  if (!article.has_paragraphs()) article.paragraphs(told.body);
  if (!article.emit()) source.skipped("a page without text");
}

}  // namespace quotary
