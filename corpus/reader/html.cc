#include "corpus/reader/html.h"

#include <gumbo.h>

#include <memory>

#include "common/text/fold.h"
#include "corpus/article/word_list.h"
#include "corpus/reader/formats.h"
#include "corpus/reader/json_article.h"

namespace quotary {
namespace {

constexpr unsigned kDeepest = 200;   // elements within elements; what is deeper is left out
constexpr size_t kMostOpen = 20000;  // tags without an end

struct DestroyOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};
using Tree = std::unique_ptr<GumboOutput, DestroyOutput>;

// Counts tags that are not closed: the library takes a tree down by recursion, which a page of a
// million nested elements would turn into a crash.
bool is_too_deep(std::string_view html) {
  size_t depth = 0;
  for (size_t at = 0; (at = html.find('<', at)) != html.npos; ++at) {
    char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (next == '/') {
      depth -= depth > 0;
    } else if (((next | 0x20) >= 'a' && (next | 0x20) <= 'z') && ++depth > kMostOpen) {
      return true;
    }
  }
  return false;
}

// nullptr for what cannot be parsed.
Tree parse_html(std::string_view html) {
  if (is_too_deep(html)) return nullptr;
  return Tree(gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
}

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

void append_text(std::string& text, const GumboNode* node, unsigned depth = 0) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    text += node->v.text.text;
  } else if (node->type == GUMBO_NODE_ELEMENT && !is_beside_the_text(node) && depth < kDeepest) {
    if (is_element(node, GUMBO_TAG_BR)) text += '\n';
    for_each_child(node, [&](const GumboNode* child) { append_text(text, child, depth + 1); });
  }
}

bool holds_paragraphs(const GumboNode* node) {
  bool found = false;
  for_each_child(node, [&](const GumboNode* child) {
    found = found || (child->type == GUMBO_NODE_ELEMENT && is_paragraph(child));
  });
  return found;
}

void add_paragraphs(ArticleBuilder& article, const GumboNode* node, unsigned depth = 0) {
  if (node->type != GUMBO_NODE_ELEMENT || is_beside_the_text(node) || depth > kDeepest) return;
  if (is_paragraph(node) && !holds_paragraphs(node)) {
    std::string text;
    append_text(text, node);
    bool caption = is_element(node, GUMBO_TAG_FIGCAPTION);
    return article.paragraph(text, caption ? ParagraphKind::caption : ParagraphKind::body);
  }
  for_each_child(node, [&](const GumboNode* child) { add_paragraphs(article, child, depth + 1); });
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

void look_at(Page& page, const GumboNode* node, unsigned depth = 0) {
  if (node->type != GUMBO_NODE_ELEMENT || depth > kDeepest) return;
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
  for_each_child(node, [&](const GumboNode* child) { look_at(page, child, depth + 1); });
}

}  // namespace

void add_html_paragraphs(ArticleBuilder& article, std::string_view html) {
  if (html.empty()) return;
  Tree tree = parse_html(html);
  if (tree) add_paragraphs(article, tree->root);
}

void read_html(const Source& source) {
  std::string html = source.bytes.read_rest(source.options.limits.document_bytes);
  Tree tree = parse_html(html);
  if (!tree) return source.skipped("the page has too many elements within elements");
  Page page;
  look_at(page, tree->root);
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
  add_paragraphs(article, page.text ? page.text : tree->root);
  if (!article.has_paragraphs()) article.paragraphs(told.body);
  if (!article.emit()) source.skipped("a page without text");
}

}  // namespace quotary
