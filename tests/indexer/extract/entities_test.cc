#include "indexer/extract/entities.h"

#include <gtest/gtest.h>

#include "corpus/article/article_parser.h"

namespace quotary {
namespace {

// The text without its braces and brackets, and the byte ranges they held.
struct Marked {
  std::string text;
  std::vector<Span> mentions;
  std::vector<Span> contents;
};

Marked unmark(std::string_view marked) {
  Marked m;
  for (char c : marked) {
    auto at = static_cast<uint32_t>(m.text.size());
    if (c == '{')
      m.mentions.push_back({at, at});
    else if (c == '}')
      m.mentions.back().end = at;
    else if (c == '[')
      m.contents.push_back({at, at});
    else if (c == ']')
      m.contents.back().end = at;
    else
      m.text += c;
  }
  return m;
}

TokenRange tokens_in(const Reading& r, Span span) {
  TokenRange range;
  for (uint32_t t = 0; t < r.tokens.size(); ++t) {
    if (!span.contains(r.tokens[t].span)) continue;
    if (range.empty()) range.begin = t;
    range.end = t + 1;
  }
  return range;
}

// The next "said" of the sentence, else the token behind the speaker.
TokenRange cue_behind(const Reading& r, TokenRange speaker) {
  for (uint32_t t = speaker.end; t < r.tokens.size(); ++t) {
    if (r.sentence_of[t] != r.sentence_of[speaker.begin]) break;
    if (r.text(t) == "said") return {t, t + 1};
  }
  return {speaker.end, speaker.end + 1};
}

// The content in brackets in a cue's sentence; the cue itself where there is none.
std::vector<TokenRange> content_beside(const Reading& r, const Marked& m, TokenRange cue) {
  for (Span span : m.contents) {
    TokenRange content = tokens_in(r, span);
    if (r.sentence_of[content.begin] == r.sentence_of[cue.begin]) return {content};
  }
  return {cue};
}

// A text whose mentions in braces were resolved.
struct Resolved {
  Article article;
  Reading reading;
  std::vector<Resolution> speakers;

  explicit Resolved(const Marked& marked)
      : article(parse_article(marked.text, "test.txt")),
        reading(read_article(article, Lexicon::of("en"))) {
    std::vector<Attribution> attributions;
    for (Span span : marked.mentions) {
      Attribution a;
      a.speaker = tokens_in(reading, span);
      a.cue = cue_behind(reading, a.speaker);
      a.content = content_beside(reading, marked, a.cue);
      attributions.push_back(a);
    }
    speakers = resolve_speakers(reading, attributions);
  }
};

// Who they are, one after the other: "-" for nobody, joint speakers with "+".
std::string speakers_of(const char* marked) {
  std::string joined;
  for (const Resolution& who : Resolved(unmark(marked)).speakers) {
    if (!joined.empty()) joined += " | ";
    if (who.names.empty()) joined += "-";
    for (size_t i = 0; i < who.names.size(); ++i) joined += (i ? " + " : "") + who.names[i];
  }
  return joined;
}

// Whom else they name: "-" for nobody.
std::string others_of(const char* marked) {
  Resolved resolved(unmark(marked));
  std::string joined;
  for (const Resolution& who : resolved.speakers) {
    if (!joined.empty()) joined += " | ";
    if (who.others.empty()) joined += "-";
    for (size_t i = 0; i < who.others.size(); ++i)
      joined += (i ? " + " : "") + std::string(resolved.reading.text(who.others[i]));
  }
  return joined;
}

struct Case {
  const char* text;
  const char* expected;
};

void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(speakers_of(c.text), c.expected) << c.text;
}

TEST(Entities, StripTitlesAndDescriptions) {
  check({
      {"{Norwegian Foreign Minister Hanna Brekke} said so.", "Hanna Brekke"},
      {"{Harbour Board spokesman Tom Quist} said so.", "Tom Quist"},
      {"{The head of the inquiry in Northport, Martin Orlo,} said so.", "Martin Orlo"},
      {"{Martin Orlo, head of the inquiry,} said so.", "Martin Orlo"},
      {"{Martin Orlo of the Harbour Union} said so.", "Martin Orlo"},
      {"{Sen. Martin Orlo, R-Texas,} said so.", "Martin Orlo"},
      {"{Minister for Labour and Social Security Martin Orlo} said so.", "Martin Orlo"},
      {"{Secretary of State Martin Orlo} said so.", "Martin Orlo"},
      {"{Director of the Bureau of Fisheries (BF) Martin Orlo} said so.", "Martin Orlo"},
      {"{her colleague, cabinet minister Martin Orlo,} said so.", "Martin Orlo"},
      {"{Martin van der Orlo} said so.", "Martin van der Orlo"},
      {"{Martin \"Marty\" Orlo} said so.", "Martin Orlo"},
      {"{Martin King} said so. {King} added it.", "Martin King | Martin King"},
      {"{Mr. Prince} said so.", "Prince"},
      {"{Senior Minister of State for Law and Home Affairs Tan Beng Kwee} said so.",
       "Tan Beng Kwee"},
      {"{Minister of Pilots' Affairs Martin Orlo} said so.", "Martin Orlo"},
      {"{Han Jun, head of the inquiry,} said so.", "Han Jun"},
      {"{Minister of State for the Environment Tarek Samir Ilwas} said so.", "Tarek Samir Ilwas"},
      {"{Norwegian Ambassador to the UN Wang Danwei} said so.", "Wang Danwei"},
      {"{Director-General of Harbour Promotion at Invest Northport Martin Orlo} said so.",
       "Martin Orlo"},
      {"{Vice President for Asia of Orlosoft Paul Quist} said so.", "Paul Quist"},
      {"{Martin Orlo} said so to the head of Invest Hong Kong", "Martin Orlo"},
      {"{Manpower and Harbours Minister Tarek Ilwas} said so.", "Tarek Ilwas"},
      {"{Spokesman of the UN mission in Norway (UNMIN) Tarek Ilwas} said so.", "Tarek Ilwas"},
      {"{The harbour master Martin Fisher} said so.", "Martin Fisher"},
      {"{Martin Orlo himself} said so.", "Martin Orlo"},
      {"{The Harbour Board itself} said so.", "Harbour Board"},
      {"{The Harbour Board last week} said so.", "Harbour Board"},
      {"{Martin Orlo Monday} said so.", "Martin Orlo"},
      {"{Dr. Theresa May} said so.", "Theresa May"},
      {"{General Tarek Sultan} said so. {Sultan} left.", "Tarek Sultan | Tarek Sultan"},
      {"{Some officials, including President Martin Orlo,} said so.", "Martin Orlo"},
      {"{Governor of the US state of California Martin Orlo} said so.", "Martin Orlo"},
      {"{Sen. Martin Orlo, R-Ariz., who} said so, left.", "Martin Orlo"},
      {"{Speaker of Norway's Harbour Assembly (Storting) Martin Orlo} said so.", "Martin Orlo"},
      {"{Speaker of Norway's Harbour Assembly} said so.", "Harbour Assembly"},
      {"{Shiekh Tarek} said so. Sheikh Tarek Samir Ilwas came.", "Tarek Samir Ilwas"},
      {"{Member of Parliament (MP) Martin Orlo of the Harbour Party} said so.", "Martin Orlo"},
      {"It came from Sen. Martin Orlo, R-Ariz., {who} said so.", "Martin Orlo"},
      {"{Safety and Security Minister Martin Orlo} said so.", "Martin Orlo"},
      {"{Assistant Secretary of State for Northern and Eastern Affairs Martin Orlo} said so.",
       "Martin Orlo"},
  });
}

TEST(Entities, GivenNamesAreTaken) {
  check({
      {"{A citizen} surnamed Orlo said so.", "Orlo"},
      {"{A diver who gave his name only as Orlo} said so.", "Orlo"},
      {"{A woman} who identified herself as Anna said so.", "Anna"},
      {"{A man} named Martin Orlo said so.", "Martin Orlo"},
      {"{A diver} who was not named said so.", "-"},
      {"{A diver} who praised the name of Orlo said so.", "-"},
  });
}

TEST(Entities, LeaveTheUnnamedUnnamed) {
  check({
      {"{A spokesman for President Martin Orlo} said so.", "-"},
      {"{Officials} said so.", "-"},
      {"{Senior Norwegian diplomats} said so.", "-"},
      {"{One resident who gave no name} said so.", "-"},
      {"{A police officer} said so. Later {he} left it there. {The officer} agreed.", "- | - | -"},
      {"Martin Orlo came. {A woman} said so. {She} sighed.", "- | -"},
      {"{US and Norwegian officials} said so.", "-"},
      {"{However} said so.", "-"},
      {"{Coordinators} said so.", "-"},
      {"{Martin Orlo} said so. {Her friend} agreed.", "Martin Orlo | -"},
      {"{Martin Orlo} said so. {The opposition} agreed.", "Martin Orlo | -"},
  });
}

TEST(Entities, ShortNamesAreFilledUp) {
  check({
      {"Said {Orlo}: \"So.\"", "Orlo"},
      {"Added {Martin Orlo, the mayor}: \"So.\"", "Martin Orlo"},
      {"Said Orlo met the mayor. {Said Orlo} said so.", "Said Orlo"},
      {"{Martin Orlo} said so. {Orlo} added it. {Mr. Orlo} left.",
       "Martin Orlo | Martin Orlo | Martin Orlo"},
      {"{Xi Danwei} said so. {Xi} added it.", "Xi Danwei | Xi Danwei"},
      {"{Kim Gye-wan} said so. {Kim Gye Wan} added it.", "Kim Gye-wan | Kim Gye-wan"},
      {"{Viktor Ardás} said so. {Ardas} added it.", "Viktor Ardás | Viktor Ardás"},
      {"{Bill Orlo} said so. {William Orlo} added it.", "Bill Orlo | Bill Orlo"},
      {"{M. Orlo} said so, then {Martin Orlo} said it.", "M. Orlo | M. Orlo"},
      // a verb before a name is no part of it
      {"Martin Orlo came. Asserting Orlo's right took long. See Orlo on Page 2. {Orlo} said so.",
       "Martin Orlo"},
      {"{Hanna Brekke-Orlo} said so. {Orlo} added it.", "Hanna Brekke-Orlo | Hanna Brekke-Orlo"},
      {"{Samir al-Tarun} said so. {Tarun} added it.", "Samir al-Tarun | Samir al-Tarun"},
      {"{Samir Abu Tarun} said so. {Abu al-Tarun} added it.", "Samir Abu Tarun | Samir Abu Tarun"},
      // a slip of the pen, and what is none
      {"{Martin Ebermann} said so. {Eberman} added it.", "Martin Ebermann | Martin Ebermann"},
      {"{Tyn Gyawe} said so. {Tyn Gyaw} added it.", "Tyn Gyawe | Tyn Gyawe"},
      {"{Martin Orlan} said so. {Anna Orlon} added it.", "Martin Orlan | Anna Orlon"},
      // nor a heading's words that are always small elsewhere, a show, a headline's verb
      {"Lorne Approval Rating: 42 percent.\n\n{Lorne} said so.", "Lorne"},
      {"Lorne Will Veto Piecemeal Bill:\n\n{President Lorne} said so.", "Lorne"},
      {"Quist Says Pier Has Role To Play; Quist Raps Lorne's Priorities:\n\n{Lorne} said so.",
       "Lorne"},
      {"Ida Lorne was the star of The Ida Lorne Show. {Lorne} said so.", "Ida Lorne"},
      // a headline within the text, and words in capitals, are no part of it
      {"Quist Asks Orlo For Boats After Martin Orlo Calls Him. {Orlo} came.", "Martin Orlo"},
      {"Then Our Mayor Martin Orlo met Anna Quist. {Orlo} came.", "Martin Orlo"},
      {"JUST WATCHED {Orlo} said so.", "Orlo"},
      // the initials behind it tell where a name ends
      {"The Northern Lions of Inner Norway (NLIN) met. {The NLIN} said so.",
       "Northern Lions of Inner Norway"},
      {"The Northern Lions of Inner Norway (TVX) met. {The NLIN} said so.", "NLIN"},
      // a nationality that is a family name too, and where it is none
      {"Martin Cuban came. {Cuban} said so.", "Martin Cuban"},
      {"Martin Cuban came. {Cuban officials} said so.", "-"},
  });
}

TEST(Entities, TwoOfOneNameAreKeptApart) {
  check({
      {"{Martin Orlo} and his wife spoke. {Anna Orlo} said so. {Mr. Orlo} left. {Mrs. Orlo} "
       "stayed.",
       "Martin Orlo | Anna Orlo | Martin Orlo | Anna Orlo"},
      {"Talks\n\nMartin Orlo came with Thomas Orlo.\n\nThe talks were long.\n\n{Orlo} said so.",
       "-"},
      // whom the article has named so far
      {"Talks\n\nMartin Orlo came.\n\n{Orlo} said so.\n\nHis wife, Anna Orlo, was late.",
       "Martin Orlo"},
      {"Talks\n\nMartin Orlo came with Anna Orlo.\n\n{Orlo} said that she was late.", "Anna Orlo"},
      // whom it names again and again
      {"Talks\n\nAnna Orlo came. Martin Orlo came. Martin Orlo stayed. Martin Orlo spoke.\n\n"
       "{Orlo} said so.",
       "Martin Orlo"},
  });
}

TEST(Entities, BodiesByTheirFullName) {
  check({
      {"{The Norwegian Fisheries Ministry} said so. {The ministry} added it.",
       "Norwegian Fisheries Ministry | Norwegian Fisheries Ministry"},
      {"The Northern Harbour Union (NHU) met. {The NHU} said so.", "Northern Harbour Union"},
      {"The Group of 20 met. {The G-20} said so. {The G-8} did not.", "Group of 20 | G-8"},
      {"The Immigration and Harbour Service met. {The IHS} said so.",
       "Immigration and Harbour Service"},
      {"{The Norwegian army} said so.", "Norwegian army"},
      {"{The Clarion newspaper} said so. {The paper} added it.", "Clarion | Clarion"},
      {"{The board of the Harbour Union} said so.", "Harbour Union"},
      {"Norway came too. {Oslo} said so.", "Norway"},
      {"{Norway} said so. {It} added more.", "Norway | Norway"},
      {"{A report by the Harbour Union} said so. {The report} went on.",
       "Harbour Union | Harbour Union"},
      {"{Police} said so.", "Police"},
      {"{International Harbour Agency} head Martin Orlo said so.", "Martin Orlo"},
      {"{International Harbour Agency} said so. {The agency} went on.",
       "International Harbour Agency | International Harbour Agency"},
      {"{New Zealand} said so.", "New Zealand"},
      {"{The harbour's executive body, the Harbour Board,} said so.", "Harbour Board"},
      {"{The government} said so. {The union} agreed.", "government | -"},
      {"Harbour Air Corp will fly there, {the airline} said.", "Harbour Air Corp"},
      {"The Federal Harbour met. {The Fed} said so.", "Federal Harbour"},
      {"{The mayor's office} said so. {State radio} agreed.", "mayor's office | State radio"},
      {"{The new government} said so.", "government"},
      {"{The Harbour Watch group} said so. {Harbour Watch} added it.",
       "Harbour Watch | Harbour Watch"},
      {"{The Harbour Watch's team} said so.", "Harbour Watch's team"},
      {"{The Harbour Watch president's team} said so.", "Harbour Watch president's team"},
      {"{The Orlist group} said so.", "Orlist group"},
      // a department is no country
      {"{Norway} said so. {The department} agreed.", "Norway | -"},
      {"{Norway} said so. {The Norwegian side} agreed.", "Norway | Norwegian side"},
      // "it" goes on with who spoke before
      {"{The Harbour Watch} said so. The Orlo Union won, {it} added.",
       "Harbour Watch | Harbour Watch"},
      {"{The Swahili newspaper} said so.", "-"},
      {"{Geo TV} said so. {The TV} added it. {A TV} agreed.", "Geo TV | Geo TV | -"},
      // where it comes from is not what it is called
      {"{A South African newspaper} said so. {The US newspaper} added it.", "- | -"},
      {"{The Norwegian press} said so.", "-"},
      {"{The Northport Union Leader} said so. President Martin Orlo came.", "-"},
      // a country is none of its people's names, nor a people's name a body's
      {"Norway came with the Norwayan Lions. {Norway} said so.", "Norway"},
      {"The Kurdish Harbour Front met. {The Kurds} said so.", "-"},
      {"{The Swahili-language Clarion} said so.", "Clarion"},
      {"{Unofficial estimates} said so.", "-"},
      {"{The Northport Journal of Medicine} said so.", "Northport Journal of Medicine"},
      {"{The Northport Centre for Boats and Tides} said so.",
       "Northport Centre for Boats and Tides"},
      {"{The Northport Centre for Boats and Norway} said so.",
       "Northport Centre for Boats + Norway"},
      {"{The Northport- based union} said so.", "-"},
      {"{Merchants} are late. {Divers} often said so.", "- | -"},
      {"Then {local police office} said so. {A district police office} agreed.",
       "police office | district police office"},
      {"{The armed forces} said so. {The security forces} agreed.", "- | security forces"},
  });
}

TEST(Entities, CompaniesAndOtherBodiesKeepTheirWholeName) {
  check({
      {"{General Harbour Co} said so.", "General Harbour Co"},
      {"{First Harbour Corp} said so.", "First Harbour Corp"},
      {"{PortFed Savings Inc} said so.", "PortFed Savings Inc"},
      {"{Quist Orlo and Co} said so.", "Quist Orlo and Co"},
      {"{Tarun's Harbour Service Inc} Monday said so.", "Tarun's Harbour Service Inc"},
      {"{The US Harbour Service} said so.", "US Harbour Service"},
      {"{The US} said so.", "US"},
      {"{Lieutenant-Colonel Martin Orlo} said so.", "Martin Orlo"},
      // what is no name by itself
      {"{Mr. A} came. {The New Northport-based agency} said so.", "A | -"},
      {"Martin Orlo told us. {Orlo} said so.", "Martin Orlo"},
      {"{Martin Orlo and Anna Quist} said so.", "Martin Orlo + Anna Quist"},
  });
}

TEST(Entities, NamesAreSeenAsWhole) {
  check({
      // an article with a capital amid a sentence
      {"It was late, {The Harbourman} said.", "Harbourman"},
      {"It was late in the paper {The Orlo Harbourman}. It said so.", "Orlo Harbourman"},
      {"It was late. {The harbourman} said so.", "-"},
      // the last word of a long name
      {"The Northern Yearly Clarion came. It was late, {the Clarion} said.",
       "Northern Yearly Clarion"},
      {"The Northern Yearly Clarion came. {The Clarion of Orlo} said so.", "Clarion"},
      // an acronym before other initials
      {"The UN Harbour Watch met. {UNHW} said so. {UNHQ} did not.", "UN Harbour Watch | UNHQ"},
      {"{The UN High Commissioner for Refugees} said so.", "UN High Commissioner for Refugees"},
      // an office of two fields
      {"{Sport and Recreation Minister Anna Quist} said so.", "Anna Quist"},
      {"{Norway and Recreation Minister Anna Quist} said so.", "Norway + Anna Quist"},
      {"{Quist and Recreation Minister Martin Orlo} said so.", "Quist + Martin Orlo"},
      // the Arabic article
      {"{The al-Jazeera} said so.", "al-Jazeera"},
      {"Omar al-Bashir came. {Bashir} said so.", "Omar al-Bashir"},
      {"{Price and Recreation Minister Anna Quist} said so.", "Price + Anna Quist"},
      {"Orlo Harbour Watch met. {OHW} said so. {OHaW} did not.", "Orlo Harbour Watch | OHaW"},
  });
}

TEST(Entities, ADescribedBodyIsTheOneSpokenOf) {
  check({
      {"{Harbour Watch} said so. {The Norwegian group} added it.", "Harbour Watch | Harbour Watch"},
      {"Orlo Harbour Corp grew. {The Norwegian shipping firm} said so.", "Orlo Harbour Corp"},
      {"{Harbour Watch} said so. {The Norwegian news agency} did not.",
       "Harbour Watch | Norwegian news agency"},
      {"{Norway} said so. {The Swedish group} did not.", "Norway | Swedish group"},
      {"It grew. {The Norwegian shipping firm} said so.", "Norwegian shipping firm"},
      // a court, a commission is named by its country
      {"{A Norwegian court} said so. {A Norwegian firm} agreed.", "Norwegian court | -"},
      {"{The federal harbour office, Orlostat,} said so.", "Orlostat"},
      {"{Lorne press} said so. {The press} agreed.", "Lorne press | -"},
      // of two, from another country, an office
      {"Orlosoft accused Quist Boats Inc of copying it. {The Norwegian firm} said so.",
       "Norwegian firm"},
      {"Orlosoft cut jobs. It was late, {Quist Boats Inc} said. {The Norwegian firm} agreed.",
       "Quist Boats Inc | Norwegian firm"},
      {"Swedish Harbour Corp cut jobs. {The Norwegian firm} said so.", "Norwegian firm"},
      {"The Harbour Commission fined a bank. {The Norwegian bank} said so.", "Norwegian bank"},
  });
}

TEST(Entities, TheOnlyOneNamedBefore) {
  check({
      // a body, behind what describes it
      {"A boat built by Orlosoft sank, {the Norwegian shipping firm} said.", "Orlosoft"},
      {"A boat that Orlosoft sold to Harbour Watch sank, {the Norwegian shipping firm} said.",
       "Norwegian shipping firm"},
      {"Norway's largest airline Orlosoft lost money, {the airline} said.", "Orlosoft"},
      {"Norway's largest town lost Lorne Air, {the union} said.", "-"},
      // a person, where nobody has spoken
      {"Swimming coach Martin Orlo came. It was good, {the Swede} said.", "Martin Orlo"},
      {"Martin Orlo came. It was good, {the former swimmer} said.", "Martin Orlo"},
      {"Norwegian coach Martin Orlo came. It was good, {the Swede} said.", "-"},
      {"Martin Orlo met Anna Quist. It was good, {the Swede} said.", "-"},
      {"Martin Orlo came. It was good, {a Swede} said.", "-"},
      {"Martin Orlo came. It was good, {the witness} said.", "-"},
      // kin
      {"Anna's great-uncle Martin Orlo came. Ola Berg left. {Her great-uncle} said so.",
       "Martin Orlo"},
      // somebody in office, of whom it is not told how old he is, one named long before
      {"Gov. Anna Quist came to the flooded town. It rained.\n\nThe water took it, {the "
       "35-year-old} said.",
       "-"},
      {"Gov. Anna Quist came to the flooded town. It was good, {the former pilot} said.", "-"},
      {"Gov. Anna Quist came to the flooded town. It was good, {the Swede} said.", "-"},
      {"Martin Orlo came.\n\nIt rained.\n\nIt snowed.\n\nIt was good, {the Swede} said.", "-"},
  });
}

TEST(Entities, AnOfficeIsNamedByItsField) {
  check({
      {"{The meteorological agency} said so. {The agency} added it.",
       "meteorological agency | meteorological agency"},
      {"It rained, {the military tribunal} said.", "military tribunal"},
      {"{Harbour Watch} said so. {The meteorological agency} agreed.",
       "Harbour Watch | meteorological agency"},
      {"It rained, {the local agency} said.", "-"},
      {"It rained, {a military tribunal} said.", "-"},
      {"It rained, {the rental agency} said.", "-"},
  });
}

TEST(Entities, GeneralsOfOfficesInTwoWords) {
  check({
      {"Harbour Watch chief Martin Orlo came. {The director general} said so.", "Martin Orlo"},
      {"Harbour Watch Secretary General Martin Orlo came. {The secretary-general} said so.",
       "Martin Orlo"},
      {"Harbour Watch Secretary General Martin Orlo came. {The general} said so.", "-"},
  });
}

TEST(Entities, WhoseOfficeAStatementIsFrom) {
  check({
      {"{Martin Orlo} said so. {A statement from his office} agreed.",
       "Martin Orlo | Martin Orlo's office"},
      {"It rained. {A statement from his office} agreed.", "-"},
      {"{Martin Orlo} said so. {A statement from his garden} agreed.", "Martin Orlo | -"},
      {"{A message, read by Martin Orlo,} said so.", "-"},
      {"{Martin Orlo} said so. {A statement of support from his office} agreed.",
       "Martin Orlo | Martin Orlo's office"},
      {"{A study led by Anna Quist of Harbour Watch} said so.", "Anna Quist"},
  });
}

TEST(Entities, ASpokesmanMayBeAWoman) {
  check({
      {"Sarima Orlo, spokesman of the guild, came. {She} said so.", "Sarima Orlo"},
      {"Taruno Orlo, spokesman of the guild, came. {He} said so.", "Taruno Orlo"},
      {"Anna Quist came. {A spokesman} said so. {He} said more.", "- | -"},
  });
}

TEST(Entities, TheyAreABodyInThePlural) {
  check({
      {"{Northport police} said so. {They} said more.", "Northport police | Northport police"},
      {"{Harbour Watch} said so. {They} said more.", "Harbour Watch | -"},
      {"{Northport police} said so.\n\nIt rained.\n\nIt snowed.\n\n{They} said more.",
       "Northport police | -"},
  });
}

TEST(Entities, ACountedGroupIsThoseNamedBefore) {
  check({
      {"Orlo Harbour Corp bought Quist Boats Inc, {the two firms} said.",
       "Orlo Harbour Corp + Quist Boats Inc"},
      {"Norway and Sweden met. {Both countries} said so.", "Norway + Sweden"},
      {"Martin Orlo met Anna Quist. It rained. {The two leaders} said so.",
       "Martin Orlo + Anna Quist"},
      // more or fewer than that, another kind, some of a larger number
      {"Orlo Harbour Corp bought Quist Boats Inc, {the three firms} said.", "-"},
      {"Norway, Denmark and Sweden met. {The two countries} said so.", "-"},
      {"Norway and Sweden met. {The two leaders} said so.", "-"},
      {"Martin Orlo met Anna Quist. {Two officials} said so.", "-"},
      {"Martin Orlo met Anna Quist. {Both candidates for the board} said so.", "-"},
      {"Martin Orlo met Anna Quist. {The two leaders} said so, with Ola Berg smiling.", "-"},
      {"Norway and Sweden met.\n\nIt rained.\n\nIt snowed.\n\n{Both countries} said so.", "-"},
      // men, and no others
      {"Judge Anna Quist sentenced Martin Orlo and an accomplice. {The two men} said so.", "-"},
      {"Judge Ola Berg sentenced Martin Orlo and an accomplice. {The two men} said so.", "-"},
      {"Judge Ola Berg, who knew Martin Orlo, spoke. {The two men} said so.", "-"},
      {"Martin Orlo and Ola Berg left. {The two men} said so.", "Martin Orlo + Ola Berg"},
      {"Martin Orlo and Anna Quist left. {The two women} said so.", "-"},
      // teams have sides as well
      {"Northport City met Quist United. Norway and Sweden sent fans. {The two sides} said so.",
       "-"},
  });
}

TEST(Entities, AuthoritiesAreABodyOnlyByAName) {
  check({
      {"{The Norwegian authorities} said so.", "Norwegian authorities"},
      {"{Local authorities} said so. {The authorities} added it.", "- | -"},
      {"{Police} said so. {The prison authorities} added it.", "Police | -"},
      {"{The Harbour Union} said so. {The defence team for Orlo} added it.", "Harbour Union | -"},
      {"{The northern branch of the Harbour Union} said so. {The union} added it.",
       "Harbour Union | Harbour Union"},
  });
}

TEST(Entities, DocumentsSpeakForWhoIssuesThem) {
  check({
      {"The Harbour Bank met. {A bank statement} said so. {The statement} went on.",
       "Harbour Bank | Harbour Bank"},
      {"{Martin Orlo} said in a statement so. {Anna Quist} agreed. {The statement} went on.",
       "Martin Orlo | Anna Quist | Martin Orlo"},
      {"The Harbour Bank issued a circular on fees. {The circular} said so.", "Harbour Bank"},
      {"Norway issued a circular on fees. Orlo saw it. {The circular} said so.", "-"},
      {"Martin Orlo saw a decree on fees. {The decree} said so.", "-"},
      {"{A report} said so. {The report} went on.", "- | -"},
      {"{Norway's motion} said so.", "Norway"},
      {"The Harbour Bank on Monday issued {a circular} that said so. {The circular} went on.",
       "Harbour Bank | Harbour Bank"},
      {"The Harbour Bank met. The bank released {a long report} that said so.", "Harbour Bank"},
      {"{A report} seen by the Harbour Union said so.", "-"},
      {"{The motion, co-sponsored by Norway,} said so.", "-"},
      {"{An Internet statement} said so. {The statement} went on.", "- | -"},
  });
}

TEST(Entities, TheLeadAnnouncesWhoIsNamedNext) {
  check({
      {"Fees\n\nFees will rise, {an official} said.\n\nThey doubled, said {Martin Orlo}, head of "
       "the harbour.",
       "Martin Orlo | Martin Orlo"},
      {"Fees\n\nFees will rise, {a Norwegian official} said.\n\nThey doubled, said {Martin Orlo}, "
       "the Swedish minister.",
       "- | Martin Orlo"},
      {"Fees\n\nMartin Orlo, head of the harbour, came. Fees will rise, {an official} said.\n\n"
       "They doubled, said {Orlo}.",
       "- | Martin Orlo"},
      {"Fees\n\nFees will rise, {a woman} said.\n\nThey doubled, said {Anna Orlo}, head of the "
       "harbour.",
       "- | Anna Orlo"},
      {"Fees\n\nFees will rise, {Norway's chief negotiator} said.\n\nThey doubled, {Martin Orlo} "
       "told them. {The negotiator} left.",
       "Martin Orlo | Martin Orlo | Martin Orlo"},
      {"Fees\n\nFees will rise, {his doctor} said.\n\nThey doubled, {Professor Martin Orlo} said.",
       "Martin Orlo | Martin Orlo"},
      {"Fees\n\nFees will rise, {a harbour source} said.\n\nThey doubled, {Martin Orlo} told "
       "them. {The source} left.",
       "Martin Orlo | Martin Orlo | Martin Orlo"},
      {"Fees\n\nFees will rise, {a harbour source} said.\n\nThey doubled, {board spokesman Martin "
       "Orlo} told them.",
       "- | Martin Orlo"},
      // another office, or somebody whom more than that paragraph stands between
      {"Fees\n\nFees will rise, {a member of parliament} said.\n\nThey doubled, said {Martin Orlo, "
       "counsel for the harbour}.",
       "- | Martin Orlo"},
      {"Fees\n\nFees will rise, {the harbour's spokesman} said.\n\nThey doubled.\n\n"
       "It was late, {Martin Orlo} said.",
       "- | Martin Orlo"},
  });
}

TEST(Entities, TheLeadAnnouncesBodiesToo) {
  check({
      {"Fees\n\nFees will rise, {a Norwegian broadcaster} said.\n\nThey doubled, said {TVX}.",
       "TVX | TVX"},
      {"Fees\n\nFees will rise, {a leading relief group} said.\n\nThey doubled, said {Harbour "
       "Watch}. {The group} left.",
       "Harbour Watch | Harbour Watch | Harbour Watch"},
      // by whom it is led, or who speaks for it
      {"Fees\n\nFees will rise, {a leading relief group} said.\n\nThey doubled, said {Martin "
       "Orlo}, "
       "president of Harbour Watch.",
       "Harbour Watch | Martin Orlo"},
      {"Fees\n\nFees will rise, {a leading relief group} said.\n\nThey doubled, {Harbour Watch "
       "spokesman Martin Orlo} said.",
       "Harbour Watch | Martin Orlo"},
      {"Fees\n\nFees will rise, {a leading relief group} said.\n\nThey doubled, said {Martin "
       "Orlo}, "
       "president of Norway.",
       "- | Martin Orlo"},
      {"Fees\n\nFees will rise, {a leading relief group} said.\n\nThey doubled, {Orlonauts} said.",
       "- | Orlonauts"},
      // a person, a ministry, a paper, one named before, one in a later paragraph than that
      {"Fees\n\nFees will rise, {a Norwegian company} said.\n\nThey doubled, {Martin Orlo} said.",
       "- | Martin Orlo"},
      {"Fees\n\nFees will rise, {a Norwegian company} said.\n\n{The Harbour Ministry} said no.",
       "- | Harbour Ministry"},
      {"Fees\n\nFees will rise, {a Norwegian company} said.\n\n{The Harbour Times} said no.",
       "- | Harbour Times"},
      {"Fees\n\nHarbour Watch met. Fees will rise, {a relief group} said.\n\nThey doubled, said "
       "{Harbour Watch}.",
       "- | Harbour Watch"},
      {"Fees\n\nIt rained.\n\nFees will rise, {a relief group} said.\n\nThey doubled, said "
       "{Harbour Watch}.",
       "- | Harbour Watch"},
  });
}

TEST(Entities, TheLeadAnnouncesWhoseADocumentIs) {
  check({
      {"Fees\n\nFees will rise, {a report} said.\n\nThey doubled, {the Northport Times} said.",
       "Northport Times | Northport Times"},
      {"Fees\n\nFees will rise, {a report} said.\n\nThey doubled, {the Orlo newspaper} said.",
       "Orlo | Orlo"},
      {"Fees\n\nFees rose, {official statistics} said.\n\nThey doubled, {the Harbour Statistics "
       "Bureau} said.",
       "Harbour Statistics Bureau | Harbour Statistics Bureau"},
      {"Fees\n\nFees will rise, {a poll} said.\n\nThey doubled, {the Orlo Polling Institute} "
       "said.",
       "Orlo Polling Institute | Orlo Polling Institute"},
      // the medium that quotes somebody
      {"Fees\n\nFees will rise, {a report} said.\n\n{Martin Orlo} was quoted as saying so by the "
       "state Lorne News.",
       "Lorne News | Martin Orlo"},
      {"Fees\n\nFees will rise, {a report} said.\n\n{Martin Orlo} was fined by the state for the "
       "Lorne News.",
       "- | Martin Orlo"},
      // no medium, a medium, a person, a document of others, in the same sentence
      {"Fees\n\nFees will rise, {a report} said.\n\nThey doubled, {the Harbour Board} said.",
       "- | Harbour Board"},
      {"Fees\n\nFees will rise, {a poll} said.\n\nThey doubled, {the Northport Times} said.",
       "- | Northport Times"},
      {"Fees\n\nFees will rise, {a study} said.\n\nThey doubled, {Martin Orlo} said.",
       "- | Martin Orlo"},
      {"Fees\n\nFees will rise, {a bill} said.\n\nThey doubled, {Harbour Watch} said.",
       "- | Harbour Watch"},
      {"Fees\n\nFees will rise, {a poll} said, as {Harbour Watch} said.", "- | Harbour Watch"},
      // whoever speaks next
      {"Fees\n\nFees rose, {official data} said.\n\nIt will not last, {Harbour Watch} said.",
       "- | Harbour Watch"},
      {"Fees\n\nThe port is loved, {a poll} said.\n\nIt is not, {the Harbour Party} said.",
       "- | Harbour Party"},
      {"Fees\n\nFees will rise, {a report} said.\n\nThey doubled, {the International Harbour "
       "Agency} said.",
       "- | International Harbour Agency"},
  });
}

TEST(Entities, ADescriptionInTheLeadIsReplacedByTheName) {
  check({
      {"Fees\n\nFees will rise, {Norway's main relief group} said.\n\nThey doubled, said {Harbour "
       "Watch}.",
       "Harbour Watch | Harbour Watch"},
      {"Fees\n\nFees will rise, {the UN relief agency} said.\n\nThey doubled, {Harbour Watch "
       "spokesman Martin Orlo} said.",
       "Harbour Watch | Martin Orlo"},
      {"Fees\n\nFees will rise, {the UN relief agency} said.\n\nThey doubled, said {Martin Orlo}, "
       "head of Harbour Watch.",
       "UN relief agency | Martin Orlo"},
      {"Fees\n\nFees will rise, {Norway's official Lorne news agency} said.\n\nThey doubled, said "
       "{Harbour Watch}.",
       "Norway's official Lorne news agency | Harbour Watch"},
  });
}

TEST(Entities, WhomTheNextParagraphQuotesIsTheOneBefore) {
  check({
      {"Fees\n\nIt rained.\n\nFees will rise, {a harbour official} said.\n\n\"They will "
       "double,\" said {Martin Orlo}, spokesman for the harbour.",
       "Martin Orlo | Martin Orlo"},
      {"Fees\n\nIt rained.\n\nFees will rise, {the harbour's top official} said.\n\n\"They "
       "will double,\" said {Martin Orlo}.",
       "Martin Orlo | Martin Orlo"},
      // somebody known, no quotation, one named before
      {"Fees\n\nIt rained.\n\nFees will rise, {the minority leader} said.\n\n\"They will "
       "double,\" said {Martin Orlo}.",
       "- | Martin Orlo"},
      {"Fees\n\nIt rained.\n\nFees will rise, {a harbour official} said.\n\n{Martin Orlo}, a "
       "diver, said they would double.",
       "- | Martin Orlo"},
      {"Fees\n\nMartin Orlo came.\n\nFees will rise, {a harbour official} said.\n\n\"They "
       "will double,\" said {Orlo}.",
       "- | Martin Orlo"},
      // who is told to be another
      {"Fees\n\nIt rained.\n\nA bell rang, {a police official} said.\n\n\"I heard it,\" said "
       "{Martin Orlo}, a baker.",
       "- | Martin Orlo"},
      {"Fees\n\nIt rained.\n\nA bell rang, {a police official} said.\n\n\"I heard it,\" said "
       "{Anna Quist}, who sleeps next door.",
       "- | Anna Quist"},
      {"Fees\n\nIt rained.\n\nA bell rang, {a police official} said.\n\n\"It woke my son,\" "
       "said {Anna Quist}, 51.",
       "- | Anna Quist"},
  });
}

TEST(LeavesSpeakerOut, Table) {
  struct {
    const char* text;
    const char* cue;
    bool expected;
  } cases[] = {
      {"Orlo has been accused of theft.", "accused", true},
      {"Orlo was often criticised for it.", "criticised", true},
      {"He left amid allegations that he lied.", "allegations", true},
      {"Orlo has accused him of theft.", "accused", false},
      // nouns that may be verbs
      {"Orlo faces charges that he lied.", "charges", true},
      {"He answered news reports that he lied.", "reports", true},
      {"Orlo came and claims that he lied.", "claims", false},
      {"Orlo wrote, and now claims that he lied.", "claims", false},
      {"Orlo is saying that he left.", "saying", false},
      {"Orlo came, adding that he left.", "adding", false},
  };
  for (const auto& c : cases) {
    Article article = parse_article(c.text, "test.txt");
    Reading r = read_article(article, Lexicon::of("en"));
    uint32_t t = 0;
    while (r.text(t) != c.cue) ++t;
    EXPECT_EQ(leaves_speaker_out(r, {t, t + 1}), c.expected) << c.text;
  }
}

TEST(Entities, RolesStandForWhoHasThem) {
  check({
      {"Norwegian President Martin Orlo met Swedish President Anna Quist. {The Norwegian "
       "president} "
       "said so. {The Swedish president} agreed. {The Danish president} did not.",
       "Martin Orlo | Anna Quist | -"},
      {"Martin Orlo, deputy governor of the province, came. {The deputy governor} said so.",
       "Martin Orlo"},
      {"{Martin Orlo} said so. {The 45-year-old} added it.", "Martin Orlo | Martin Orlo"},
      {"{A senior fisheries official} said so on Monday. {Martin Orlo, a senior fisheries official "
       "in "
       "Oslo,} said more.",
       "Martin Orlo | Martin Orlo"},
      {"{The minister} said so.", "-"},
      {"{Martin Orlo, deputy director of the mint,} said so. {official} said more. {A official} "
       "did "
       "not.",
       "Martin Orlo | Martin Orlo | -"},
      {"Swedish Prime Minister Martin Orlo came. {The Swedish foreign minister} said so.", "-"},
      {"{Martin Orlo, deputy director of the mint,} said so. {The official} added it.",
       "Martin Orlo | Martin Orlo"},
      {"{Norwegian Prime Minister Martin Orlo} said so. {The Danish prime minister} agreed.",
       "Martin Orlo | -"},
      {"Pope Martin came. {The pontiff} said so.", "Martin"},
      // of lower rank
      {"Martin Orlo, vice president of the harbour, came. {The president} said so.", "-"},
  });
}

TEST(Entities, RolesAndNativesStandForWhoSpokeLast) {
  check({
      {"{UN Secretary General Martin Orlo} said so. {The Secretary-General} said more.",
       "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo, coordinator on Norway,} said so. {The envoy} said more.",
       "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {The Swede} said more.", "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {The devout Shiite} said more.", "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {The Dutchman} said more.", "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {The source} said more.", "Martin Orlo | -"},
      {"{Norwegian coach Martin Orlo} said so. {The Swede} said more.", "Martin Orlo | -"},
      {"{England coach Martin Orlo} said so. {The Swede} said more.", "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {The Swedes} said more.", "Martin Orlo | -"},
      {"{Martin Orlo} said so. {The Spanish legend} said more.", "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {A Swede} said more.", "Martin Orlo | -"},
      // what somebody is besides
      {"{Martin Orlo, head of the mint,} said so. {The former pilot} said more.",
       "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said so. {The 23-year-old student} said more.", "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo, head of the mint,} said so. {The pilot} said more.", "Martin Orlo | -"},
      {"{Martin Orlo} said so. {A former pilot} said more.", "Martin Orlo | -"},
      {"{Martin Orlo} said so. {The former pilot of the harbour mayor Tom Quist} said more.",
       "Martin Orlo | -"},
  });
}

TEST(Entities, WhoIsNamedInAContentDoesNotSayIt) {
  check({
      {"{Anna Quist} spoke. [\"Jane Lund will win,\"] {she} said.", "Anna Quist | Anna Quist"},
      {"Jane Lund came. [\"Lund will win,\"] {she} said.", "-"},
      {"{Anna Quist} praised Jane Lund. {She} said [Lund would win].", "Anna Quist | Anna Quist"},
      {"It rained.\n\n{Anna Quist} came.\n\n[Jane Lund was due to come], {she} said.",
       "Anna Quist | Anna Quist"},
      // the narrator may name who speaks
      {"Jane Lund came. [Lund would win], {she} said.", "Jane Lund"},
      {"Prime Minister Jane Lund came. [\"Lund will win,\"] {the prime minister} said.", "-"},
  });
}

TEST(Entities, BodiesByWhatTheSentenceTells) {
  check({
      // whose it is makes it another one than the one that spoke before
      {"{The government} said so. {The city's harbour authority} said so.", "government | -"},
      {"Orlosoft, part of Quistcorp, has bought it, {the company} said. The parent company, "
       "Quistcorp, did not.",
       "Orlosoft"},
      {"He read the Northport Times. {The newspaper} said so.", "Northport Times"},
      {"He read a book. {The newspaper} said so.", "-"},
      {"Ships\n\nOrlosoft Corp built it.\n\nIt rained.\n\nIt closed, {the company} said.",
       "Orlosoft Corp"},
      {"Ships\n\nAn Orlosoft Corp plan failed.\n\nIt rained.\n\nIt closed, {the company} said.",
       "-"},
      {"Ships\n\nThe Harbour Pilots Union met.\n\nIt rained.\n\nIt closed, {the agency} said.",
       "-"},
      {"Ships\n\nNorway built it.\n\nIt rained.\n\nIt closed, {the company} said.", "-"},
      {"{The EU's executive body}, the Harbour Commission, said so.", "Harbour Commission"},
      {"It rained.\n\nOrlosoft, {the town's largest yard} said [it would close].", "Orlosoft"},
      {"It rained.\n\nIn Northport, {the town's largest yard} said [it would close].", "-"},
      {"{The General People's Congress} said so.", "General People's Congress"},
      {"{A Norwegian relief group} said so.", "-"},
      {"The Norwegian Workers' Congress (NWC) met. {The NWC} said so.",
       "Norwegian Workers' Congress"},
      {"It rained.\n\n[President Martin Orlo went home], {his office} said. {The office} said "
       "more.",
       "Martin Orlo's office | Martin Orlo's office"},
      {"It rained.\n\n{His office} said so.", "-"},
      {"It rained.\n\nMartin Orlo left. {His lawyer} said so.", "-"},
      // what it buys is another
      {"Orlo Harbour Corp bought boat maker Lorne Boats. {The company} said so.",
       "Orlo Harbour Corp"},
      {"Orlo Harbour Corp is buying boat maker Lorne Boats. {The company} said so.",
       "Orlo Harbour Corp"},
      {"The town outbid boat maker Lorne Boats. {The company} said so.", "-"},
  });
}

TEST(Entities, DocumentsAreWhoseTheArticleSays) {
  check({
      {"A report by Norway's Harbour Agency came. {The report} said so.", "Harbour Agency"},
      {"{Martin Orlo} said in a letter it was late. {The letter} said more.",
       "Martin Orlo | Martin Orlo"},
      {"{Martin Orlo} said he would obey the resolution. {The resolution} said more.",
       "Martin Orlo | -"},
      // by whom, not on whom
      {"{A report on Norway's harbours}, released by the Harbour Union, said so. {The report} said "
       "more.",
       "Harbour Union | Harbour Union"},
      {"{A report on Norway} said so.", "-"},
      {"{A letter on the Harbour Union's website} said so.", "Harbour Union"},
      {"{The latest information} released by the Harbour Union said so.", "Harbour Union"},
      {"{A footage} broadcast by the Harbour Union said so.", "Harbour Union"},
      {"{Two studies} published on Friday in the Harbour Times said so.", "Harbour Times"},
      {"{A report}, published in the Harbour Times, said so.", "Harbour Times"},
      {"The Harbour Union met. {The union's records} said so.", "Harbour Union"},
      {"The Harbour Union met. {A note on the union's website} said so.", "Harbour Union"},
      {"The Harbour Union met. {The union's website} said so.", "Harbour Union"},
      {"{A probe} by the Harbour Union said so.", "Harbour Union"},
      {"{The mayor's statement} said so. The mayor, Martin Orlo, left.", "Martin Orlo"},
      // where it was made is not whose it is
      {"{A study in Norway} said so.", "-"},
      {"{Reports from Oslo} said so.", "-"},
      {"{Reports} said so. The Harbour Union met.", "-"},
      {"{A statement from Norway} said so.", "Norway"},
      {"{Previously released government figures} said so.", "government"},
      {"{Opinion polls} said so.", "-"},
  });
}

TEST(Entities, PronounsByDiscourse) {
  check({
      {"{Martin Orlo} said so. {He} added it.", "Martin Orlo | Martin Orlo"},
      {"{Anna Quist} met Martin Orlo. {She} said so.", "Anna Quist | Anna Quist"},
      {"{Martin Orlo} praised Anna Quist. {He} said so.", "Martin Orlo | Martin Orlo"},
      {"The talks ended. {He} said so.", "-"},
      {"A man in Allentown, Pa., came. {She} said so.", "-"},
      {"Anna Quist came. {He} said so.", "-"},
      {"Martin Orlo came.\n\nIt was late, {a spokesman for the board} said. {He} left.", "- | -"},
      {"{Martin Orlo, who} said so, left.", "Martin Orlo"},
      {"Martin Orlo came. It was hard for Orlo, however, {who} said so.", "Martin Orlo"},
      {"Martin Orlo came. It was hard for the harbour, however, {who} said so.", "-"},
      // a noun tells that it is a person, and which
      {"Martin Orlo came with his wife Tilven. {She} said so.", "Tilven"},
      {"Martin Orlo came with Tilven. {She} said so.", "-"},
      {"{Martin Orlo and Anna Quist} said so. {They} added it.",
       "Martin Orlo + Anna Quist | Martin Orlo + Anna Quist"},
  });
}

TEST(Entities, WhomAContentEndsWithDoesNotSayIt) {
  check({
      {"[It was led by Martin Orlo], {an official} said.", "-"},
      {"[It is late], Martin Orlo, {an official}, said.", "Martin Orlo"},
      {"Met by the mayor's wife, Anna Orlo, {the bishop} said [it was late].", "-"},
      {"It rained. [The boats are to follow Martin Orlo], {the spokesman} said. {The spokesman} "
       "left.",
       "- | -"},
      {"It rained. Martin Orlo, {the spokesman}, said so. {The spokesman} left.",
       "Martin Orlo | Martin Orlo"},
  });
}

TEST(Entities, NamesAroundTheMention) {
  check({
      {"{The head of the inquiry}, Martin Orlo, said so.", "Martin Orlo"},
      {"Martin Orlo, {an expert on mints}, said so.", "Martin Orlo"},
      {"It was led by Swedish Prime Minister Martin Orlo, {the Norwegian president} said.", "-"},
      {"{Flood-stricken Orlo} said so. Martin Orlo left.", "Martin Orlo"},
      {"{Northport police} commanding officer Martin Orlo said so.", "Martin Orlo"},
      {"{A statement} issued by Martin Orlo said so.", "Martin Orlo"},
      {"{The mayor} met Martin Orlo and said so.", "-"},
  });
}

TEST(Entities, JointSpeakers) {
  check({
      {"{Norway, Sweden and others} said so.", "Norway + Sweden"},
      {"{Martin Orlo and others} said so. {He} added it.", "Martin Orlo | Martin Orlo"},
      {"{Others} said so.", "-"},
      {"{President Martin Orlo and Foreign Minister Anna Quist} said so.",
       "Martin Orlo + Anna Quist"},
      {"{Norway and the Danes} said so.", "Norway + Danes"},
      {"{Norway and Sweden} said so. {Both} added it.", "Norway + Sweden | Norway + Sweden"},
      {"{Norway} said so. {Both} added it.", "Norway | -"},
      // what one person is
      {"{The one-time Northport, Southport and Eastport striker} said so.", "-"},
      {"{The eight-time Northern Order of Merit winner}, who came, said so.", "-"},
      {"{Martin Orlo, head of the harbour and of the mint,} said so.", "Martin Orlo"},
  });
}

TEST(Entities, NamesOfOtherPeopleInTheMentionAreNotTheSpeakers) {
  for (const Case& c : std::initializer_list<Case>{
           {"{A spokesman for President Martin Orlo} said so.", "President Martin Orlo"},
           {"{Martin Orlo's lawyer Anna Quist} said so.", "Martin Orlo"},
           {"Martin Orlo came. {Three of Orlo's friends} said so.", "Orlo"},
           {"Martin Orlo came. {Aides to Mr. Orlo} said so.", "Mr. Orlo"},
           {"{Martin Orlo, head of the inquiry,} said so.", "-"},
           {"{The head of the inquiry in Northport, Martin Orlo,} said so.", "-"},
           {"{President Martin Orlo and Foreign Minister Anna Quist} said so.", "-"},
           {"{Martin Orlo} said so. {He} added it.", "- | -"},
           {"{The Harbour Board's spokesman} said so.", "-"},
           {"{Harbour Board spokesman Tom Quist} said so.", "-"},
       })
    EXPECT_EQ(others_of(c.text), c.expected) << c.text;
}

TEST(Entities, WithoutAMentionTheSpeakerIsShared) {
  Article article = parse_article("Martin Orlo said so, adding more.", "test.txt");
  Reading r = read_article(article, Lexicon::of("en"));
  std::vector<Attribution> attributions(3);
  attributions[0].speaker = {0, 2};
  attributions[0].cue = {2, 3};
  attributions[0].content = {{3, 4}};
  attributions[1].cue = {5, 6};
  attributions[1].content = {{6, 7}};
  attributions[1].same_speaker_as = 0;
  attributions[2].cue = {5, 6};
  attributions[2].content = {{6, 7}};
  attributions[2].same_speaker_as = 99;  // no such attribution
  std::vector<Resolution> found = resolve_speakers(r, attributions);
  EXPECT_EQ(found[1].names, std::vector<std::string>{"Martin Orlo"});
  EXPECT_EQ(found[1].named_mention, attributions[0].speaker);
}

TEST(Entities, NothingToResolve) {
  Article article = parse_article("", "test.txt");
  Reading r = read_article(article, Lexicon::of("en"));
  EXPECT_TRUE(resolve_speakers(r, {}).empty());
}

}  // namespace
}  // namespace quotary
