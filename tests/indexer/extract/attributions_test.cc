#include "indexer/extract/attributions.h"

#include "tests/indexer/extract/attribution_cases.h"

namespace quotary {
namespace {

TEST(Attributions, ClausesAfterTheCue) {
  expect_all({
      {"The mayor said that the bridge would stay closed.",
       "The mayor | said | the bridge would stay closed"},
      {"Mayor Ida Lund said Tuesday the bridge would stay closed.",
       "Mayor Ida Lund | said | the bridge would stay closed"},
      {"Lund said in an interview with Harbour Radio that ferries were full.",
       "Lund | said | ferries were full"},
      {"Lund told the council that ferries were full.", "Lund | told | ferries were full"},
      {"Lund told reporters she would resign.", "Lund | told | she would resign"},
      {"Lund told the crew to turn back.", "Lund | told | to turn back"},
      {"Lund told the weekly Boot am Sonntag that ferries were full.",
       "Lund | told | ferries were full"},
      {"Lund told the crew not to turn back.", "Lund | told | not to turn back"},
      {"Reports reaching here said the pier had sunk.", "Reports | said | the pier had sunk"},
      {"The pier had sunk, reports received here said.", "reports | said | The pier had sunk"},
      {"Lund said Tuesday's storm broke the pier.", "Lund | said | Tuesday's storm broke the pier"},
      {"Lund said Tuesday night's storm broke the pier.",
       "Lund | said | Tuesday night's storm broke the pier"},
      {"Lund said last week's storm broke the pier.",
       "Lund | said | last week's storm broke the pier"},
      {"Lund said last week the pier had sunk.", "Lund | said | the pier had sunk"},
      {"Lund said in the last few weeks the pier had sunk.",
       "Lund | said | in the last few weeks the pier had sunk"},
      {"Lund said over the past two years 300 ships had docked.",
       "Lund | said | over the past two years 300 ships had docked"},
      {"They did not say whether the ferry was insured.",
       "They | say | whether the ferry was insured"},
      {"The port denied that oil had leaked.", "The port | denied | oil had leaked"},
      {"Ada Holm, a diver who knows the wreck, said it was too deep.",
       "Ada Holm | said | it was too deep"},
      {"Lund said the ferry was late and that nobody was hurt.",
       "Lund | said | the ferry was late and that nobody was hurt"},
  });
}

TEST(Attributions, ContentBeforeTheCue) {
  expect_all({
      {"The bridge will stay closed, Lund said.", "Lund | said | The bridge will stay closed"},
      {"The bridge will stay closed, said Ida Lund, the mayor.",
       "Ida Lund | said | The bridge will stay closed"},
      {"The bridge will stay closed, said Wednesday the organizers.",
       "the organizers | said | The bridge will stay closed"},
      {"The bridge is old, Lund said Monday, adding that repairs had begun.",
       "Lund | said | The bridge is old ; =0 | adding | repairs had begun"},
      {"The bridge is old, according to a report by the port authority.",
       "a report by the port authority | according to | The bridge is old"},
      {"According to the harbour master, the bridge is old.",
       "the harbour master | According to | the bridge is old"},
  });
}

TEST(Attributions, Quotations) {
  expect_all({
      {"\"We are late,\" Lund said.", "Lund | said | We are late"},
      {"\"We are late,\" said Lund. \"We are sorry.\"", "Lund | said | We are late + We are sorry"},
      {"\"We are late,\" Lund said, \"and we are sorry.\"",
       "Lund | said | We are late + and we are sorry"},
      {"Lund said: \"We are late.\"", "Lund | said | We are late"},
      {"\"Are we late?\" Lund asked.", "Lund | asked | Are we late?"},
      {"Lund called the delay \"a shame.\"", "Lund | called | the delay \"a shame"},
      {"\"We are late,\" Lund said.\n\n\"But we shall come.\"",
       "Lund | said | We are late ; =0 | - | But we shall come"},
      // what a third party says within a quotation
      {"\"We are late,\" Lund said. \"The divers have said they did not sink it. We think they "
       "did.\"\n\n\"But we shall come.\"",
       "Lund | said | We are late + The divers have said they did not sink it. We think they did ; "
       "The divers | said | they did not sink it ; =0 | - | But we shall come"},
      {"Noting that the board had pledged to pay, Lund said they were late.",
       "=2 | Noting | the board had pledged to pay ; the board | pledged | to pay ; Lund | said | "
       "they were late"},
      {"The \"Blue Whale\" sank in 1911.", ""},
  });
}

TEST(Attributions, AllKindsOfMarks) {
  expect_all({
      {"“We are late,” Lund said.", "Lund | said | We are late"},
      {"„We are late,“ Lund said. Nobody came.", "Lund | said | We are late"},
      {"«We are late,» Lund said. Nobody came.", "Lund | said | We are late"},
      {"« We are late, » Lund said. Nobody came.", "Lund | said | We are late"},
      {"»We are late,« Lund said. Nobody came.", "Lund | said | We are late"},
      {"``We are late,'' Lund said. Nobody came.", "Lund | said | We are late"},
      {"''We are late,'' Lund said. Nobody came.", "Lund | said | We are late"},
      {"'We are late,' Lund said. Nobody came.", "Lund | said | We are late"},
      {"“It is a ‘sea’ of mud,” Lund said.", "Lund | said | It is a ‘sea’ of mud"},
      {"“We are late,” Lund said. “But we come.”", "Lund | said | We are late + But we come"},
  });
}

TEST(Attributions, OddMarksSpoilNothing) {
  expect_all({
      {"\"We are late. Nobody came.\n\nHolm said the pier was safe.",
       "- | - | We are late. Nobody came ; Holm | said | the pier was safe"},
      {"We are late,\" Lund said.\n\n\"We come,\" Holm said.", "Holm | said | We come"},
      {"\"We are late,\" Lund said.\n\n\"We shall come.\n\n\"We shall win,\" she added.",
       "Lund | said | We are late ; =0 | - | We shall come ; she | added | We shall win"},
      {"The 'Red' pier, the sailors' bar and the '90s boats are old.", ""},
  });
}

TEST(Attributions, SpeechActs) {
  expect_all({
      {"Lund thanked the crew for its patience.", "Lund | thanked | its patience"},
      {"Lund called for calmer talks.", "Lund | called for | calmer talks"},
      {"Lund called on the owners to pay the crew.", "Lund | called on | to pay the crew"},
      {"Lund called on the owners not to pay the crew.", "Lund | called on | not to pay the crew"},
      {"Lund urged the owners to pay the crew.", "Lund | urged | to pay the crew"},
      {"Lund urged the owners not to pay the crew.", "Lund | urged | not to pay the crew"},
      {"Lund promised not to pay the crew.", "Lund | promised | not to pay the crew"},
      {"Lund vowed never to pay the crew.", "Lund | vowed | never to pay the crew"},
      {"Lund is calling on Norway to immediately open the pier.",
       "Lund | calling on | to immediately open the pier"},
      {"Under the motto \"Forward,\" Lund promises the crew a raise.", "Lund | promises | a raise"},
      {"Lund accused the owners of greed.", "Lund | accused | greed"},
      {"Lund expressed confidence that the ferry would sail.",
       "Lund | expressed confidence | the ferry would sail"},
      {"Lund pledged to rebuild the pier.", "Lund | pledged | to rebuild the pier"},
      {"Lund condemned the strike and said it would fail.",
       "Lund | condemned | the strike ; =0 | said | it would fail"},
      {"Lund talked about the pier.", "Lund | talked about | the pier"},
      {"Lund credited the divers with the rescue.", "Lund | credited | the rescue"},
      {"Lund cast the strike as an insult.", "Lund | cast | the strike as an insult"},
      {"Lund asked whether the pier was safe.", "Lund | asked | whether the pier was safe"},
  });
}

TEST(Attributions, ParticiplesAndNouns) {
  expect_all({
      {"Noting that winter was near, Lund said the pier must close.",
       "=1 | Noting | winter was near ; Lund | said | the pier must close"},
      {"Holm rejected Lund's claim that the pier was safe.",
       "Holm | rejected | Lund's claim that the pier was safe ; "
       "Lund | claim | the pier was safe"},
      {"Harbour Radio quoted Holm as saying the pier was safe.",
       "Holm | saying | the pier was safe"},
      // a quotation behind the colon behind who says it
      {"Added Ada Lund, the mayor: \"It will last.\"", "Ada Lund | Added | It will last"},
      {"Said Lund: \"It will last.\"", "Lund | : | It will last"},
      // a gerund with a subject of its own
      {"Fears rose, with the diver Tom Holm saying the pier was unsafe.",
       "the diver Tom Holm | saying | the pier was unsafe"},
      {"Lund quoted port officials saying the pier was safe.",
       "port officials | saying | the pier was safe"},
      {"Fears rose, with its chief of staff Tom Holm saying the pier was unsafe.",
       "its chief of staff Tom Holm | saying | the pier was unsafe"},
      {"Lund has dismissed reports saying the pier was unsafe.",
       "Lund | dismissed | reports saying the pier was unsafe ; reports | saying | the pier was "
       "unsafe"},
      {"Lund has issued reports saying the pier was unsafe.", "- | saying | the pier was unsafe"},
      {"Lund has rejected calls for a new pier.", "Lund | rejected | calls for a new pier"},
      {"Lund left with Holm, saying the pier was safe.", "- | saying | the pier was safe"},
      {"Lund came with a note saying the pier was safe.", "- | saying | the pier was safe"},
      {"It began with the diver Tom Holm who was saying that the pier was safe.",
       "who | saying | the pier was safe"},
      // who owns a noun does not say what hangs on the verb before it
      {"Holm fought Lund's proposal for a new pier, saying it was late.",
       "Lund | proposal | a new pier ; - | saying | it was late"},
  });
}

TEST(Attributions, NounsFarFromWhatTheyTell) {
  expect_all({
      {"Divers welcomed a call by the port for a longer pier.",
       "Divers | welcomed | a call by the port for a longer pier ; the port | call | a longer "
       "pier"},
      {"There were suggestions by divers and sailors in Norway that the pier was rotten.",
       "divers and sailors in Norway | suggestions | the pier was rotten"},
      {"Lund made the announcement late Monday that the pier would close.",
       "Lund | announcement | the pier would close"},
      {"Lund made the claim that the pier was safe.", "Lund | claim | the pier was safe"},
      {"Lund answered the claim that the pier was safe.", "- | claim | the pier was safe"},
      {"The council heard Lund's criticism of the new pier.", "Lund | criticism | the new pier"},
      {"The criticism of the pier grew.", ""},
  });
}

TEST(Attributions, ObjectsBeforeTheSubject) {
  expect_all({
      {"The port lies in what Lund called a muddy sea.", "Lund | called | a muddy sea"},
      {"The port lies in what Lund called \"a sea of mud\" in the north.",
       "Lund | called | a sea of mud"},
      {"The port closed in what divers say is a lasting blow.", "divers | say | a lasting blow"},
      {"Lund said the port was closed, which she called a lasting blow.",
       "Lund | said | the port was closed ; she | called | a lasting blow"},
  });
}

TEST(Attributions, LongSubjects) {
  expect_all({
      {"Elected officials in and around Northport said the pier was safe.",
       "Elected officials | said | the pier was safe"},
      {"Environment monitoring bureaus said the pier was safe.",
       "Environment monitoring bureaus | said | the pier was safe"},
      {"Press reports Tuesday said the pier was safe.", "Press reports | said | the pier was safe"},
      {"The Harbour Times reports that Norway has demanded a new pier.",
       "The Harbour Times | reports | Norway has demanded a new pier ; Norway | demanded | a new "
       "pier"},
      {"The island forces in the bay said the pier was safe.",
       "The island forces in the bay | said | the pier was safe"},
      {"In a letter in the Sunday Mirror the mayor said the pier was safe.",
       "the mayor | said | the pier was safe"},
      {"\"It will last,\" said Monday Ada Lund, the mayor.", "Ada Lund | said | It will last"},
      {"It began last year when Rome, Lund and others rejected the pier.",
       "Rome, Lund and others | rejected | the pier"},
      {"People briefed on the plan say the pier will close.", "People | say | the pier will close"},
      {"Ferry owners, who met on Monday, said they would pay.",
       "Ferry owners | said | they would pay"},
      {"The oldest diver, Jan Holm, said the wreck was deep.",
       "The oldest diver, Jan Holm | said | the wreck was deep"},
      {"Norway, Denmark and Iceland said they would help.",
       "Norway, Denmark and Iceland | said | they would help"},
      {"Ada Holm, in a letter released on Friday, said she would sail.",
       "Ada Holm | said | she would sail"},
      {"The crew left the harbour, the harbour's director, Jan Holm, said.",
       "the harbour's director, Jan Holm | said | The crew left the harbour"},
      {"Harbour figure skating star Jan Holm said it was deep.",
       "Harbour figure skating star Jan Holm | said | it was deep"},
      {"People using boats said it was deep.", "People | said | it was deep"},
      {"The Harbour Board (HB) of Norway said it was deep.",
       "The Harbour Board (HB) of Norway | said | it was deep"},
      {"The survey of divers in all 12 towns said it was deep.",
       "The survey of divers in all 12 towns | said | it was deep"},
      {"The Norwegian forces in the bay said it was deep.",
       "The Norwegian forces in the bay | said | it was deep"},
      {"A letter being discussed by members of the board said it was deep.",
       "A letter | said | it was deep"},
      {"Divers in six towns going to the shore on Monday said it was deep.",
       "Divers | said | it was deep"},
      {"About four out of 10 divers said it was deep.", "10 divers | said | it was deep"},
      {"Contrary to the papers, the board and the divers said it was deep.",
       "the board and the divers | said | it was deep"},
  });
}

TEST(Attributions, SubjectsWithRelativesAndAsides) {
  expect_all({
      {"Those who saw the wreck said it was deep.", "Those | said | it was deep"},
      {"Only 27 percent of those who saw the wreck said it was deep.",
       "27 percent of those | said | it was deep"},
      {"Divers with no boat of their own but with years at sea said it was deep.",
       "Divers with no boat of their own | said | it was deep"},
      {"The pier will close, one diplomat said.", "one diplomat | said | The pier will close"},
      {"\"It is deep,\" said one of those divers, who had come by boat.",
       "one of those divers | said | It is deep"},
      {"That will be true up to a point, said Holm, a Harbour College man whose work has won many "
       "prizes.",
       "Holm | said | That will be true up to a point"},
      {"Lund had backed the pier but has since said it must close.", "- | said | it must close"},
      {"Lund called for peace in the new harbour as he thanked divers for their patience.",
       "Lund | called for | peace in the new harbour ; he | thanked | their patience"},
      {"He left Norway, which in May said the pier was safe.", "which | said | the pier was safe"},
      {"Lund, who in a speech said the pier was safe, left.", "who | said | the pier was safe"},
      {"Lund and visiting Norwegian Foreign Minister Tom Holm said the pier was safe.",
       "Lund and visiting Norwegian Foreign Minister Tom Holm | said | the pier was safe"},
      {"Head of Norwegian rowing team Tom Holm said the pier was safe.",
       "Head of Norwegian rowing team Tom Holm | said | the pier was safe"},
      {"Lund was late and visiting Norway said it was safe.", "Norway | said | it was safe"},
      {"The rules, which officials said will change in May, will not apply to boats.",
       "officials | said | will change in May"},
      {"On the \"Morning Show,\" Lund said the vote was near.", "Lund | said | the vote was near"},
      {"To a question on the \"sale of boats,\" Lund said the port needed money.",
       "Lund | said | the port needed money"},
      {"According to recently found papers, the pier was sold.",
       "recently found papers | According to | the pier was sold"},
      // when it was said is no part of who said it
      {"Lund for months denied that it was deep.", "Lund | denied | it was deep"},
      {"The harbour board last week said it was deep.", "The harbour board | said | it was deep"},
      {"Lund in a speech said it was deep.", "Lund | said | it was deep"},
      {"It was sold by Lund, who Thursday said it was deep.", "who | said | it was deep"},
      {"The board in late September said it was deep.", "The board | said | it was deep"},
      {"Jan Holm, the harbour chief, this past week said it was deep.",
       "Jan Holm | said | it was deep"},
      {"President Lund, in a letter late Sunday said it was deep.",
       "President Lund | said | it was deep"},
      {"The board in Oslo said it was deep.", "The board in Oslo | said | it was deep"},
  });
}

TEST(Attributions, Interruptions) {
  expect_all({
      {"The old pier, Lund said, will be torn down.",
       "Lund | said | The old pier + will be torn down"},
      {"Lund spoke first. \"We lost,\" she said. \"We shall win.\"",
       "she | said | We lost + We shall win"},
      {"The harbour is full, Lund said. \"There is no room.\"",
       "Lund | said | The harbour is full + There is no room"},
      {"The \"Iron\" Lund said the harbour was full.", "Lund | said | the harbour was full"},
      {"Lund said as she left the hall, \"We lost.\"", "Lund | said | We lost"},
  });
}

TEST(Attributions, OneAfterTheOther) {
  expect_all({
      {"Lund said the pier was safe, but Holm said it was not.",
       "Lund | said | the pier was safe ; Holm | said | it was not"},
      {"Lund said the pier was safe and urged the owners to open it.",
       "Lund | said | the pier was safe ; =0 | urged | to open it"},
      {"Lund said the pier was safe, Harbour Radio reported.",
       "Harbour Radio | reported | Lund said the pier was safe ; Lund | said | the pier was safe"},
      {"A survey found that the pier was rotten.", "A survey | found | the pier was rotten"},
      {"Holm answered the council, saying the pier was rotten.",
       "- | saying | the pier was rotten"},
  });
}

TEST(Attributions, WhereContentsEnd) {
  expect_all({
      {"Lund urged the crew to leave the harbour and return the boats.",
       "Lund | urged | to leave the harbour and return the boats"},
      {"Lund urged the crew not to leave the harbour.", "Lund | urged | not to leave the harbour"},
      {"Lund played down Tuesday's leak.", "Lund | played down | Tuesday's leak"},
      {"The owners agreed Thursday on a new pier.", "The owners | agreed | a new pier"},
      {"Lund reaffirmed Norway's support for the pier.",
       "Lund | reaffirmed | Norway's support for the pier"},
      {"\"Holm told us to wait. We waited,\" Lund said.",
       "Lund | said | Holm told us to wait. We waited ; Holm | told | to wait"},
      {"Lund said the ferry was late; Holm promised a new boat.",
       "Lund | said | the ferry was late ; Holm | promised | a new boat"},
      {"Lund said the boats were full, referring to the ferries.",
       "Lund | said | the boats were full"},
      {"Although two plans had been dropped by the port, divers said the pier, and above all its "
       "old stairs, would close.",
       "divers | said | the pier, and above all its old stairs, would close"},
  });
}

TEST(Attributions, TranscriptsAndLists) {
  expect_all({
      {"Q: Is the pier safe?\n\nA: It is. We said so before.\n\nNobody was hurt.",
       "Q | : | Is the pier safe? ; - | : | It is. We said so before ; =1 | - | Nobody was hurt"},
      {"Jan Holm: \"The pier is rotten.\"", "Jan Holm | : | The pier is rotten"},
  });
}

TEST(Attributions, ListsUnderAName) {
  expect_all({
      {"AFP: Is the pier safe?\n\nIda Lund: It is. We saw it.\n\nReuters: And the boats?\n\n"
       "Ida Lund: They are safe too.",
       "AFP | : | Is the pier safe? ; Ida Lund | : | It is. We saw it ; Reuters | : | And the "
       "boats? "
       "; Ida Lund | : | They are safe too"},
      {"Note: The pier is closed.\n\nPhoto: A pier in the north.\n\nSource: The port.\n\n"
       "Update: The pier is open.",
       ""},
  });
}

TEST(Attributions, StatusHearerAndChannel) {
  struct Told {
    const char* text;
    StatementStatus status;
    const char* addressee;
    const char* channel;
  };
  const Told cases[] = {
      {"Lund told the council that ferries were full.", StatementStatus::said, "the council", "-"},
      {"Lund told the head of the guild, Lena Orlo, on Tuesday that ferries were full.",
       StatementStatus::said, "the head of the guild, Lena Orlo", "-"},
      {"Lund denied that ferries were full.", StatementStatus::denied, "-", "-"},
      {"Lund declined to comment on the ferries.", StatementStatus::declined, "-", "-"},
      {"Lund did not say whether ferries were full.", StatementStatus::not_said, "-", "-"},
      {"Lund neither confirmed nor denied the sale.", StatementStatus::not_said, "-", "-"},
      {"Lund would neither confirm nor deny that the pier was sold.", StatementStatus::not_said,
       "-", "-"},
      {"Lund would not comment on the sale.", StatementStatus::not_said, "-", "-"},
      {"Lund declined comment.", StatementStatus::declined, "-", "-"},
      {"Lund declined to say when the pier would open.", StatementStatus::declined, "-", "-"},
      {"Lund refused to say whether the pier was safe.", StatementStatus::declined, "-", "-"},
      {"Lund refused to leave the pier.", StatementStatus::said, "-", "-"},
      {"Lund never said the pier was safe.", StatementStatus::not_said, "-", "-"},
      {"Lund has not said when the pier will open.", StatementStatus::not_said, "-", "-"},
      {"Lund denied the claim.", StatementStatus::denied, "-", "-"},
      {"Lund said the pier was not safe.", StatementStatus::said, "-", "-"},
      {"The pier is safe, Holm told the council.", StatementStatus::said, "the council", "-"},
      {"Holm informed the council of the sale.", StatementStatus::said, "the council", "-"},
      {"Lund thanked the divers for their help.", StatementStatus::said, "the divers", "-"},
      {"Lund said the divers had come.", StatementStatus::said, "-", "-"},
      {"Holm was quoted by Harbour Radio as saying the pier was safe.", StatementStatus::said, "-",
       "Harbour Radio"},
      {"Harbour Radio cited Holm as saying the pier was safe.", StatementStatus::said, "-",
       "Harbour Radio"},
      {"Lund urged the owners to pay.", StatementStatus::said, "the owners", "-"},
      {"Harbour Radio quoted Holm as saying the pier was safe.", StatementStatus::said, "-",
       "Harbour Radio"},
  };
  for (const Told& c : cases) {
    Article article;
    article.text = c.text;
    article.paragraphs = {{{0, static_cast<uint32_t>(article.text.size())}, ParagraphKind::body}};
    Reading r = read_article(article, Lexicon::of("en"));
    auto found = find_attributions(r);
    ASSERT_EQ(found.size(), 1u) << c.text;
    EXPECT_EQ(found[0].status, c.status) << c.text;
    EXPECT_EQ(text_of(r, found[0].addressee), c.addressee) << c.text;
    EXPECT_EQ(text_of(r, found[0].channel), c.channel) << c.text;
  }
}

TEST(Attributions, NothingIsSaid) {
  expect_all({
      {"The ferry left on Monday and came back on Friday.", ""},
      {"The plan calls for patience.", ""},
      {"Asked about the pier, Lund walked away.", ""},
      {"The increase announced on Monday took effect.", ""},
      {"Lund will say more next week.", ""},
      {"If they say the pier is safe, we shall go.", ""},
      {"A boat called \"Nora\" sank.", ""},
      {"The share index added 5 points.", ""},
      {"Lund expressed deep concern.", ""},
      {"The crew got new orders and early warning of the storm.", ""},
      {"Everything went according to plan.", ""},
      {"The storm claimed 30 lives.", ""},
      {"Lund demanded anonymity.", ""},
      {"The water rose by a metre, which indicates that the dam is open.", ""},
      {"The house passed a law on value added tax and a law on fishing boats.", ""},
  });
}

}  // namespace
}  // namespace quotary
