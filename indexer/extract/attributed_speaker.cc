#include "indexer/extract/attributed_speaker.h"

#include <algorithm>

namespace quotary {
namespace {

class SpeakerReader {
 public:
  SpeakerReader(const ArticleNames& names, const Attribution& at)
      : n_(names), r_(names.r), mentions_(names.mentions), at_(at) {}

  std::vector<SpeakerPhrase> run() const {
    std::vector<SpeakerPhrase> parts = parse(at_.speaker);
    if (parts.size() != 1) return parts;
    SpeakerPhrase& only = parts[0];
    if (uint32_t m = name_before_cue(); m != no_mention) {
      only.kind = PhraseKind::name;
      only.mention = m;
      return parts;
    }
    if (!open(only)) return parts;
    if (std::vector<SpeakerPhrase> more = widened(); !more.empty()) return more;
    if (uint32_t m = name_in_front(only); m != no_mention) {
      only.kind = PhraseKind::name;
      only.mention = m;
    }
    return parts;
  }

 private:
  std::vector<SpeakerPhrase> parse(TokenRange range) const {
    return parse_speaker(r_, n_.words, mentions_, range);
  }

  bool open(const SpeakerPhrase& p) const {
    if (p.kind == PhraseKind::document) return p.mention == no_mention;
    if (p.kind == PhraseKind::body)  // "Norway's executive body, the Harbour Commission"
      return p.mention == no_mention ||
             r_.tokens[mentions_.list[p.mention].run.end].kind == TokenKind::clitic;
    return p.kind == PhraseKind::role || p.kind == PhraseKind::group || p.kind == PhraseKind::other;
  }

  // The phrases up to the cue, where all of them name somebody and belong to the mention's own
  // noun phrase: that stays what it is, only its apposition, its author or a list is found.
  std::vector<SpeakerPhrase> widened() const {
    TokenRange whole{at_.speaker.begin, end_of_subject()};
    if (whole.end <= at_.speaker.end) return {};
    std::vector<SpeakerPhrase> more = parse(whole);
    uint32_t including = whole.begin;
    while (including < whole.end && r_.text(including) != "including") ++including;
    bool named = std::all_of(more.begin(), more.end(), [&](const SpeakerPhrase& p) {
      bool same = p.noun_phrase.end <= at_.speaker.end;
      bool listed = p.noun_phrase.begin > including;
      same |= p.mention != no_mention &&  // the mention ends inside a name
              mentions_.list[p.mention].run.contains(at_.speaker.end - 1);
      return (p.kind == PhraseKind::name || p.mention != no_mention) && (same || listed);
    });
    return named ? more : std::vector<SpeakerPhrase>{};
  }
  // "Northport police [commanding officer Ann Lorne] said": the name that ends the noun phrase.
  uint32_t name_before_cue() const {
    constexpr uint32_t farthest = 12;  // tokens
    if (at_.cue.begin <= at_.speaker.end || at_.cue.begin - at_.speaker.end > farthest)
      return no_mention;
    uint32_t m = mentions_.at[at_.cue.begin - 1];
    if (m == no_mention || mentions_.list[m].kind != NameKind::person) return no_mention;
    uint32_t begin = mentions_.list[m].run.begin;
    if (begin <= at_.speaker.end || mentions_.at[at_.speaker.end - 1] == m) return no_mention;
    for (uint32_t t = at_.speaker.end; t < begin; ++t)
      if (r_.tokens[t].kind != TokenKind::word) return no_mention;
    return n_.is(begin - 1, WordClass::role | WordClass::title) ? m : no_mention;
  }
  // Where the subject may end at most: at the cue behind it, or at the end of the clause.
  uint32_t end_of_subject() const {
    constexpr uint32_t farthest = 24;  // tokens
    uint32_t end = r_.sentences[r_.sentence_of[at_.speaker.begin]].tokens.end;
    if (at_.cue.begin >= at_.speaker.end) end = std::min(end, at_.cue.begin);
    end = std::min(end, at_.speaker.end + farthest);
    for (uint32_t t = at_.speaker.end; t < end; ++t) {
      TokenKind kind = r_.tokens[t].kind;
      if (kind == TokenKind::quote || kind == TokenKind::stop || kind == TokenKind::colon) return t;
      for (TokenRange piece : at_.content)
        if (piece.begin == t) return t;
    }
    return end;
  }
  // "Ann Lorne, an expert": the name right before the comma before the phrase.
  uint32_t name_in_front(const SpeakerPhrase& p) const {
    uint32_t t = p.noun_phrase.begin;
    if ((p.kind != PhraseKind::role && p.kind != PhraseKind::body) || t < 2) return no_mention;
    if (r_.tokens[t - 1].kind != TokenKind::comma) return no_mention;
    if (r_.sentence_of[t - 2] != r_.sentence_of[t]) return no_mention;
    uint32_t m = mentions_.at[t - 2];
    if (m == no_mention || ends_content(mentions_.list[m])) return no_mention;
    if (p.kind == PhraseKind::role && tells_of_another(mentions_.list[m])) return no_mention;
    bool person = p.kind == PhraseKind::role && mentions_.list[m].kind == NameKind::person &&
                  !of_another_country(p, n_.table.of_mention[m]);
    return person || opens_clause(p, mentions_.list[m]) ? m : no_mention;
  }
  // "Met by the mayor's wife, |Ann Lorne|, the bishop said": the noun before has the name already.
  bool tells_of_another(const NameMention& name) const {
    uint32_t t = name.run.begin;
    return t > 1 && r_.tokens[t - 1].kind == TokenKind::comma && !r_.tokens[t - 2].capitalised &&
           n_.is(t - 2, WordClass::role);
  }
  // "It will meet Ann Lorne, an official said": the name is the content's last word; but "It is
  // late, Ann Lorne, an official said".
  bool ends_content(const NameMention& name) const {
    TokenKind before = r_.tokens[name.run.begin - (name.run.begin > 0)].kind;
    if (before == TokenKind::comma || before == TokenKind::quote) return false;
    return std::any_of(at_.content.begin(), at_.content.end(),
                       [&](TokenRange piece) { return piece.contains(name.run.end - 1); });
  }
  // "by Swedish Prime Minister Ann Lorne, the Norwegian president said"
  bool of_another_country(const SpeakerPhrase& p, uint32_t e) const {
    return e != no_entity && other_country(*r_.lexicon, describe_role(r_, n_.words, p.noun_phrase),
                                           n_.entity(e).roles);
  }
  // "Orlosoft, the town's leading shipyard said it would close"; but "Orlosoft, the mayor said,
  // will close".
  bool opens_clause(const SpeakerPhrase& p, const NameMention& m) const {
    TokenRange sentence = r_.sentences[r_.sentence_of[m.run.begin]].tokens;
    uint32_t begin = r_.after_dateline(sentence).begin;
    bool behind = !at_.content.empty() && at_.content.front().begin >= at_.cue.end;
    bool body = m.kind == NameKind::body || m.kind == NameKind::unknown;
    return m.run.begin == begin && behind && body && r_.lower(p.noun_phrase.begin) == "the";
  }

  const ArticleNames& n_;
  const Reading& r_;
  const NameMentions& mentions_;
  const Attribution& at_;
};

}  // namespace

std::vector<SpeakerPhrase> attributed_speaker(const ArticleNames& names, const Attribution& at) {
  return SpeakerReader(names, at).run();
}

}  // namespace quotary
