#pragma once

#include <vector>

#include "indexer/extract/body_names.h"
#include "indexer/extract/entity_table.h"
#include "indexer/extract/name_mentions.h"
#include "indexer/extract/name_words.h"
#include "indexer/extract/roles.h"

namespace quotary {

// Everything that one article names: its names, whom they stand for, and with which roles.
struct ArticleNames {
  explicit ArticleNames(const Reading& reading)
      : r(reading),
        words(reading),
        mentions(find_name_mentions(reading, words)),
        table(build_entities(reading, words, mentions)) {
    for (uint32_t m = 0; m < mentions.list.size(); ++m)  // "Cuban" of Mark Cuban
      if (mentions.list[m].kind == NameKind::people && table.of_mention[m] != no_entity)
        mentions.list[m].kind = NameKind::person;
    collect_roles(reading, words, mentions, table);
    bodies = find_body_names(reading, words, mentions, table);
    for (const ReadParagraph& p : reading.paragraphs)
      if (p.kind == ParagraphKind::body) {
        first_paragraph = reading.sentences[p.first_sentence].paragraph;
        break;
      }
  }

  bool is(uint32_t token, WordClass c) const { return words.is(words[token], c); }
  const Entity& entity(uint32_t e) const { return table.entities[e]; }
  uint32_t paragraph_of(uint32_t token) const {
    return r.sentences[r.sentence_of[token]].paragraph;
  }
  // The mention that a token lies in; nullptr for none.
  const NameMention* mention_at(uint32_t token) const {
    uint32_t m = mentions.at[token];
    return m == no_mention ? nullptr : &mentions.list[m];
  }

  const Reading& r;
  NameWords words;
  NameMentions mentions;
  EntityTable table;
  std::vector<BodyName> bodies;
  uint32_t first_paragraph = ~0u;  // of the text
};

}  // namespace quotary
