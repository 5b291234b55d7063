#pragma once

#include <cstdint>

#include "indexer/extract/article_names.h"
#include "indexer/extract/speeches.h"

namespace quotary {

// Which body it was that a report's first paragraph announced without its name.
class AnnouncedBodies {
 public:
  AnnouncedBodies(const ArticleNames& names, const Speeches& speeches)
      : n_(names), speeches_(speeches) {}

  // "A broadcaster said ... Radio Lorne said": the body that is named for the first time at the
  // speech `later`, as that of the speaker or of his office, if it may be the unnamed one of speech
  // `s`, for which `mention` stood in the article's first paragraph; else no_entity.
  uint32_t named_at(uint32_t s, TokenRange mention, uint32_t later) const;

  // "A report said ... he was quoted as saying by Radio Lorne": the medium that is named so, where
  // such words stood in the first paragraph; else no_entity.
  uint32_t quoting(TokenRange mention) const;

 private:
  enum class Document : uint8_t { none, report, other };

  Document document_in(TokenRange mention) const;
  uint32_t issued_by(Document kind, uint32_t s, uint32_t later) const;
  bool quotes(uint32_t name) const;
  bool is_medium(uint32_t entity) const;
  bool measures(uint32_t entity) const;
  uint32_t body_of(const Speech& speech, bool described) const;
  uint32_t employer_before(uint32_t name, uint32_t begin) const;
  uint32_t employer_behind(uint32_t comma) const;
  bool may_be_called(uint32_t entity, TokenRange mention) const;

  const ArticleNames& n_;
  const Speeches& speeches_;
};

}  // namespace quotary
