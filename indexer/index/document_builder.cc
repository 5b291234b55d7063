#include "indexer/index/document_builder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/names/own_part.h"
#include "common/text/utf8.h"
#include "common/text/words.h"

namespace quotary {
namespace {

constexpr size_t kMaxNameBytes = 1000;  // of a mention, a cue, a place

// Words that stand for a speaker and name none: nobody looks for a speaker by them.
bool is_pronoun(std::string_view mention) {
  constexpr std::array<std::string_view, 18> pronouns = {
      "he",  "she",  "it",   "they", "who", "which", "i",      "we", "you",
      "one", "this", "that", "him",  "her", "them",  "others", "me", "us"};
  return std::find(pronouns.begin(), pronouns.end(), fold_value(mention)) != pronouns.end();
}

// Of a passage no more is indexed than this before and behind the content: a text without stops
// would be indexed as often as it has statements.
constexpr uint32_t kMaxPassageBytes = 2000;

// A vocabulary grows with each statement's names and marks: after so many a new one is begun, so
// that its size does not go with the number of an article's statements.
constexpr uint32_t kStatementsAVocabulary = 1000;

std::vector<std::string> facet_places(const Article& article) {
  std::vector<std::string> places;
  if (!article.dateline) return places;
  for (const Place& place : article.dateline->places)
    if (!place.parts.empty()) places.push_back(place.parts.front());
  return places;
}

// The part of a passage whose words are indexed.
Span indexed_passage(Span passage, Span content, std::string_view text) {
  auto is_boundary = [&](uint32_t at) { return (static_cast<uint8_t>(text[at]) & 0xC0) != 0x80; };
  if (content.begin - passage.begin > kMaxPassageBytes) {
    passage.begin = content.begin - kMaxPassageBytes;
    while (!is_boundary(passage.begin)) ++passage.begin;
  }
  if (passage.end - content.end > kMaxPassageBytes) {
    passage.end = content.end + kMaxPassageBytes;
    while (!is_boundary(passage.end)) --passage.end;
  }
  return passage;
}

std::vector<std::string> all_speakers(const std::vector<Statement>& statements) {
  std::vector<std::string> speakers;
  for (const Statement& statement : statements)
    speakers.insert(speakers.end(), statement.speakers.begin(), statement.speakers.end());
  std::sort(speakers.begin(), speakers.end());
  speakers.erase(std::unique(speakers.begin(), speakers.end()), speakers.end());
  return speakers;
}

std::string_view bounded(std::string_view text) { return utf8_prefix(text, kMaxNameBytes); }

// "Lorne" of "Lorne campaign": what own_part() leaves out.
std::vector<std::string> owner_words(const std::vector<std::string>& speakers) {
  std::vector<std::string> words;
  for (std::string_view name : speakers) {
    std::string_view owner = name.substr(0, name.size() - own_part(name).size());
    for_each_word(bounded(owner), [&](std::string_view word, Span) { words.emplace_back(word); });
  }
  return words;
}

// "Lorne" of "the anti-Lorne group": who it is for or against.
bool is_taken_side_with(std::string_view text, uint32_t begin) {
  const std::string_view before = text.substr(0, begin);
  return before.ends_with("pro-") || before.ends_with("Pro-") || before.ends_with("anti-") ||
         before.ends_with("Anti-");
}

bool begins_upper(std::string_view text, Span word) {
  return text[word.begin] >= 'A' && text[word.begin] <= 'Z';
}

// Where in a named speaker's mention words stand that name others: "Lorne" of "Bo Ek of the
// pro-Lorne group", "Ann Lorne" of "Bo Ek, a former Ann Lorne campaign adviser".
std::vector<Span> names_of_others(std::string_view text, const ArticleWords& words, Span mention,
                                  bool named) {
  std::vector<Span> others;
  std::optional<Span> run;  // of words with capitals
  for (const ArticleWords::Word& word : words.within(mention)) {
    if (is_taken_side_with(text, word.span.begin)) others.push_back(word.span);
    if (named && run && bears_persons_name(words.folded(word.form))) others.push_back(*run);
    const bool upper = begins_upper(text, word.span);
    const bool joined = upper && run && text.substr(run->end, word.span.begin - run->end) == " ";
    if (joined)
      run->end = word.span.end;
    else
      run = upper ? std::optional(word.span) : std::nullopt;
  }
  return others;
}

// By where it begins: a word's span has its possessive too.
bool is_within_any(Span word, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](Span span) { return span.begin <= word.begin && word.begin < span.end; });
}

uint32_t size_of(std::string_view text) { return static_cast<uint32_t>(text.size()); }

std::string number_value(uint8_t number) { return std::string(1, static_cast<char>(number)); }

// Passage and content together: a content that runs out of its passage is indexed all the same.
Span whole_passage(const Statement& statement) {
  Span content = statement.content();
  return {std::min(statement.passage.begin, content.begin),
          std::max(statement.passage.end, content.end)};
}

}  // namespace

ArticleRecord article_record(const Article& article, const ArticleOrigin& origin,
                             size_t statements) {
  ArticleRecord record;
  record.id = article_id(origin.key);
  record.key = origin.key;
  record.source = origin.source;
  record.path = origin.path;
  record.text = article.text;
  record.language = article.language;
  record.headline = article.headline;
  record.date = article.date;
  record.date_source = article.date_source;
  if (article.dateline) {
    record.dateline = article.dateline->span;
    record.places = article.dateline->places;
    record.agency = article.dateline->agency;
    record.dateline_day = article.dateline->day;
  }
  for (const Paragraph& paragraph : article.paragraphs)
    record.paragraphs.push_back({paragraph.span, paragraph.kind});
  record.statements = static_cast<uint32_t>(statements);
  return record;
}

StatementRecord statement_record(const Article& article, const Statement& statement,
                                 const std::string& article_id, uint32_t ordinal) {
  StatementRecord record;
  record.article_id = article_id;
  record.ordinal = ordinal;
  record.segments = statement.segments;
  record.cue = statement.cue;
  record.mention = statement.mention;
  record.named_mention = statement.named_mention;
  record.speakers = statement.speakers;
  record.confidence =
      static_cast<uint8_t>(std::lround(100 * std::clamp(statement.confidence, 0.0F, 1.0F)));
  record.kind = statement.kind;
  record.status = statement.status;
  record.said = statement.said;
  record.when = statement.said ? statement.said : article.reporting_day();
  record.addressee = statement.addressee;
  record.via = statement.via;
  record.passage = whole_passage(statement);
  return record;
}

bool DocumentBuilder::build(const Article& article, const std::vector<Statement>& statements,
                            const ArticleOrigin& origin, const Accept& accept) {
  complete_ = true;
  words_.read(article.text);
  const std::string id = article_id(origin.key);
  begin_documents(article, origin, id);
  add_article(article, statements, id);
  document_.set_data(encode(article_record(article, origin, statements.size())));
  accept(document_);
  uint32_t ordinal = 0;
  for (const Statement& statement : statements) {
    document_.cut_back(shared_);
    if (ordinal % kStatementsAVocabulary == kStatementsAVocabulary - 1)
      begin_documents(article, origin, id);
    add_statement(article, statement);
    document_.set_data(encode(statement_record(article, statement, id, ordinal++)));
    accept(document_);
  }
  return complete_;
}

void DocumentBuilder::begin_documents(const Article& article, const ArticleOrigin& origin,
                                      const std::string& id) {
  document_.clear();
  form_terms_.assign(words_.forms(), {});
  add_shared(article, origin, id);
  shared_ = document_.extent();
}

// What an article's document and those of its statements have in common.
void DocumentBuilder::add_shared(const Article& article, const ArticleOrigin& origin,
                                 const std::string& id) {
  for (const std::string& path : path_terms(origin.path)) document_.add_mark(path);
  document_.add_mark(origin.version);
  document_.add_mark(exact_term(prefix::language, article.language));
  document_.set_value(Slot::article, id);
  add_date(prefix::date, Slot::date, article.date);
  if (!article.dateline) return;
  uint32_t position = 1;
  for (const Place& place : article.dateline->places)
    position = add_name(prefix::location, bounded(full_name(place)), position) + kValueGap;
  document_.set_value(Slot::location, pack_values(facet_places(article)));
  std::string_view agency = bounded(article.dateline->agency);
  if (!agency.empty()) document_.add_mark(exact_term(prefix::agency, agency));
  document_.set_value(Slot::agency, std::string(agency));
}

void DocumentBuilder::add_article(const Article& article, const std::vector<Statement>& statements,
                                  const std::string& id) {
  document_.add_mark(kArticleTerm);
  document_.add_mark(article_id_term(id));
  add_text(Field::headline, article.headline, 1);
  add_article_text(article);
  add_speakers(all_speakers(statements));
  add_date(prefix::when, Slot::when, article.reporting_day());
}

void DocumentBuilder::add_statement(const Article& article, const Statement& statement) {
  document_.add_mark(kStatementTerm);
  repeats_ = {};
  add_passage(article, statement);
  add_mentions(article, statement, add_speakers(statement.speakers));
  if (!is_pronoun(statement.addressee)) add_name(prefix::to, bounded(statement.addressee), 1);
  add_name(prefix::via, bounded(statement.via), 1);
  document_.set_value(Slot::repeats, encode(std::move(repeats_)));
  document_.add_mark(exact_term(prefix::kind, name_of(statement.kind)));
  document_.add_mark(exact_term(prefix::status, name_of(statement.status)));
  document_.set_value(Slot::kind, number_value(static_cast<uint8_t>(statement.kind)));
  document_.set_value(Slot::status, number_value(static_cast<uint8_t>(statement.status)));
  if (statement.cue) {
    std::string_view cue = bounded(statement.cue->of(article.text));
    add_text(Field::cue, {statement.cue->begin, statement.cue->begin + size_of(cue)}, 1);
    document_.set_value(Slot::cue, fold_value(cue));
  }
  add_date(prefix::said, Slot::said, statement.said);
  add_date(prefix::when, Slot::when, statement.said ? statement.said : article.reporting_day());
}

void DocumentBuilder::add_article_text(const Article& article) {
  uint32_t position = 1;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (paragraph.kind == ParagraphKind::furniture) continue;
    position = add_text(Field::text, paragraph.span, position) + kParagraphGap;
  }
}

void DocumentBuilder::add_passage(const Article& article, const Statement& statement) {
  Span passage = indexed_passage(whole_passage(statement), statement.content(), article.text);
  auto segment = statement.segments.begin();
  uint32_t position = 1;
  for (const ArticleWords::Word& word : words_.within(passage)) {
    if (!within_limit(position)) return;
    uint32_t begin = word.span.begin;
    while (segment != statement.segments.end() && segment->end <= begin) ++segment;
    bool content = segment != statement.segments.end() && segment->begin <= begin;
    if (content) repeats_.words.push_back(word_key(words_.folded(word.form)));
    add_word(content ? Field::content : Field::passage, word, position++);
  }
}

// Returns the position behind the last name.
uint32_t DocumentBuilder::add_speakers(const std::vector<std::string>& speakers) {
  uint32_t position = 1;
  for (const std::string& speaker : speakers) {
    position = add_name(prefix::speaker, own_part(bounded(speaker)), position) + kValueGap;
    document_.add_mark(exact_term(prefix::by, speaker));
  }
  document_.set_value(Slot::speaker, pack_values(speakers));
  return position;
}

// The speaker's mentions, without the names in them that are others'.
void DocumentBuilder::add_mentions(const Article& article, const Statement& statement,
                                   uint32_t position) {
  std::vector<Span> mentions;
  if (statement.named_mention) mentions.push_back(*statement.named_mention);
  if (statement.mention && statement.mention != statement.named_mention)
    mentions.push_back(*statement.mention);
  const std::vector<std::string> owners = owner_words(statement.speakers);
  std::vector<std::string> all;
  for (Span mention : mentions) {
    std::string_view text = bounded(mention.of(article.text));
    if (is_pronoun(text)) continue;
    mention.end = mention.begin + size_of(text);
    std::vector<Span> others =
        names_of_others(article.text, words_, mention, !statement.speakers.empty());
    others.insert(others.end(), statement.others.begin(), statement.others.end());
    for (const ArticleWords::Word& word : words_.within(mention)) {
      std::string_view folded = words_.folded(word.form);
      all.emplace_back(folded);
      if (!is_within_any(word.span, others) &&
          std::find(owners.begin(), owners.end(), folded) == owners.end())
        document_.add_word(prefix::speaker, folded, position++);
    }
    position += kValueGap;
  }
  if (statement.speakers.empty()) repeats_.mention = mention_key(std::move(all));
}

void DocumentBuilder::add_date(std::string_view root, Slot slot, const std::optional<Date>& date) {
  if (!date) return;
  for (const std::string& term : date_terms(root, *date)) document_.add_mark(term);
  document_.set_value(slot, date_value(*date));
}

// A word that is its own stem is found by its exact form (terms.h: terms_of_stem): more than half
// of all words, which need not be indexed twice.
const DocumentBuilder::FormTerms& DocumentBuilder::terms_of(Field field, uint32_t form) {
  constexpr std::array<std::string_view, kFields> prefixes = {
      prefix::headline, prefix::text, prefix::content, prefix::passage, prefix::cue};
  FormTerms& terms = form_terms_[form][static_cast<size_t>(field)];
  if (terms.word != FormTerms::kNone) return terms;
  std::string_view prefix = prefixes[static_cast<size_t>(field)];
  terms.word = document_.term(prefix, words_.folded(form));
  std::string_view stem = words_.stem(form);
  if (!stem.empty()) terms.stem = document_.term(prefix::stem, prefix, stem);
  return terms;
}

void DocumentBuilder::add_word(Field field, const ArticleWords::Word& word, uint32_t position) {
  const FormTerms& terms = terms_of(field, word.form);
  document_.add({terms.word, 1, position});
  if (terms.stem != FormTerms::kNone) document_.add({terms.stem, 1, 0});
}

// Both return the position behind the last word.
uint32_t DocumentBuilder::add_text(Field field, Span span, uint32_t position) {
  for (const ArticleWords::Word& word : words_.within(span)) {
    if (!within_limit(position)) break;
    add_word(field, word, position++);
  }
  return position;
}

uint32_t DocumentBuilder::add_name(std::string_view prefix, std::string_view text,
                                   uint32_t position) {
  for (WordScanner words(text); words.next() && within_limit(position);)
    document_.add_word(prefix, words.folded(), position++);
  return position;
}

bool DocumentBuilder::within_limit(uint32_t position) {
  if (position <= kMaxWordsPerDocument &&
      document_.postings().size() <= uint64_t{2} * kMaxWordsPerDocument)
    return true;
  complete_ = false;
  return false;
}

}  // namespace quotary
