#include "query/language/question.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/effort.h"

namespace quotary {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

// 2024-10-23 is a Wednesday.
QuestionContext context() {
  static const std::set<std::string> mostly = {
      "putin",  "vladimir putin", "xi",    "xi jinping", "lavrov",
      "merkel", "angela merkel",  "trump", "biden",      "nato",
      "oda",    "liberals",       "tom",   "tom q. oda", "tom o'dray"};
  static const std::set<std::string> sometimes = {"china", "iran", "eu", "tom brisk"};
  static const std::set<std::string> places = {"kazan",   "moscow", "new york",
                                               "beijing", "davos",  "geneva"};
  QuestionContext context;
  context.today = *parse_iso_date("2024-10-23");
  context.speaker = [](std::string_view name) {
    if (mostly.count(lower(name)) > 0) return Fame::mostly;
    return sometimes.count(lower(name)) > 0 ? Fame::sometimes : Fame::none;
  };
  context.is_place = [](std::string_view name) { return places.count(lower(name)) > 0; };
  return context;
}

// "query " before what is read in the query language; what is asked for, where it is not just
// statements; the tree as a query; after "|" the wider ones.
std::string show(std::string_view text) {
  auto understood = understand(text, context());
  if (auto* error = std::get_if<QueryError>(&understood)) {
    return "error at " + std::to_string(error->offset) + ": " + error->message;
  }
  const Question& question = std::get<Question>(understood);
  std::string out = question.in_english ? "" : "query ";
  if (question.ask != Ask::statements) out += std::string(name_of(question.ask)) + ": ";
  out += to_query(question.tree);
  for (const Node& wider : question.wider) out += " | " + to_query(wider);
  return out;
}

TEST(Question, IsUnderstood) {
  struct Case {
    const char* question;
    const char* expected;
  };
  const Case cases[] = {
      {R"(everything Putin said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(everything Xi said about BRICS)", R"(speaker:Xi BRICS)"},
      {R"(Everything that Vladimir Putin has said about the BRICS summit)",
       R"(speaker:"Vladimir Putin" BRICS summit)"},
      {R"(everything Putin ever said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(everything Putin says about the new development bank)",
       R"(speaker:Putin new development bank)"},
      {R"(everything Putin said)", R"(speaker:Putin)"},
      {R"(everything Putin told Xi about gas)",
       R"(speaker:Putin to:Xi gas | speaker:Putin Xi gas)"},
      {R"(anything Merkel said on migration)", R"(speaker:Merkel migration)"},
      {R"(all Lavrov said about sanctions)", R"(speaker:Lavrov sanctions)"},
      {R"(all that Lavrov has said regarding NATO expansion)", R"(speaker:Lavrov NATO expansion)"},
      {R"(all the things Lavrov said about grain)", R"(speaker:Lavrov grain)"},
      {R"(whatever Trump said about tariffs)", R"(speaker:Trump tariffs)"},
      {R"(everything said about tariffs)", R"(tariffs)"},
      {R"(everything said about tariffs by Trump)", R"(speaker:Trump tariffs)"},
      {R"(everything about BRICS)", R"(BRICS)"},
      {R"(everything from Xi on trade)", R"(speaker:Xi trade)"},
      {R"(everything by Xi Jinping about climate)", R"(speaker:"Xi Jinping" climate)"},
      {R"(what Putin said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(what Xi and Putin said about trade)", R"((speaker:Xi OR speaker:Putin) trade)"},
      {R"(what Xi, Putin and Lavrov said about trade)",
       R"((speaker:Xi OR speaker:Putin OR speaker:Lavrov) trade)"},
      {R"(what both Xi and Putin said about energy)", R"((speaker:Xi OR speaker:Putin) energy)"},
      {R"(what Xi or Putin said about energy)", R"((speaker:Xi OR speaker:Putin) energy)"},
      {R"(what did Xi say about trade)", R"(speaker:Xi trade)"},
      {R"(what did Xi Jinping say about trade in Kazan since 2024-10-01)",
       R"(speaker:"Xi Jinping" trade location:Kazan when:2024-10-01.. | speaker:"Xi Jinping" trade Kazan when:2024-10-01..)"},
      {R"(what did Xi say in Kazan)", R"(speaker:Xi location:Kazan | speaker:Xi Kazan)"},
      {R"(what did Xi say about reforms in China)", R"(speaker:Xi reforms China)"},
      {R"(What did President Putin say about Ukraine?)", R"(speaker:Putin Ukraine)"},
      {R"(What did Russian President Vladimir Putin say on gas transit?)",
       R"(speaker:"Vladimir Putin" gas transit)"},
      {R"(what does Putin think about NATO)", R"(speaker:Putin NATO)"},
      {R"(what does Putin think of NATO)", R"(speaker:Putin NATO)"},
      {R"(what do Putin and Xi say about the dollar)", R"((speaker:Putin OR speaker:Xi) dollar)"},
      {R"(what has Biden said about Taiwan)", R"(speaker:Biden Taiwan)"},
      {R"(what has Biden been saying about Taiwan)", R"(speaker:Biden Taiwan)"},
      {R"(what is Biden saying about Taiwan)", R"(speaker:Biden Taiwan)"},
      {R"(what's Biden said about inflation)", R"(speaker:Biden inflation)"},
      {R"(what did Putin tell Xi)", R"(speaker:Putin to:Xi | speaker:Putin Xi)"},
      {R"(what did Putin tell "Xi" about BRICS)",
       R"(speaker:Putin to:Xi BRICS | speaker:Putin "Xi" BRICS)"},
      {R"(what did Putin tell Xi about BRICS)",
       R"(speaker:Putin to:Xi BRICS | speaker:Putin Xi BRICS)"},
      {R"(what did putin tell xi about BRICS)",
       R"(speaker:putin to:xi BRICS | speaker:putin xi BRICS)"},
      {R"(what did Putin tell reporters about BRICS)",
       R"(speaker:Putin to:reporters BRICS | speaker:Putin reporters BRICS)"},
      {R"(what did Putin tell President Xi)",
       R"(speaker:Putin to:Xi | speaker:Putin President Xi)"},
      {R"(what did Xi tell about trade)", R"(speaker:Xi trade)"},
      {R"(what did Xi say to Putin about trade)", R"(speaker:Xi Putin trade)"},
      {R"(what did the foreign ministry say about visas)", R"(speaker:"foreign ministry" visas)"},
      {R"(what did Iran deny)", R"(speaker:Iran status:denied)"},
      {R"(what has Iran denied about the attack)", R"(speaker:Iran status:denied attack)"},
      {R"(what did the ministry decline to comment on)", R"(speaker:ministry status:declined)"},
      {R"(what did Xi promise)", R"(speaker:Xi promise)"},
      {R"(what did Xi warn about)", R"(speaker:Xi warn)"},
      {R"(what did NATO announce last week)",
       R"(speaker:NATO announce when:2024-10-14..2024-10-20)"},
      {R"(what was said about tariffs)", R"(tariffs)"},
      {R"(what was said about tariffs in October 2024)", R"(tariffs when:2024-10-01..2024-10-31)"},
      {R"(what has been said about tariffs in October 2024)",
       R"(tariffs when:2024-10-01..2024-10-31)"},
      {R"(what has been said about tariffs by Trump)", R"(speaker:Trump tariffs)"},
      {R"(what is being said about the election)", R"(election)"},
      {R"(what was said about grain in Geneva)", R"(grain location:Geneva | grain Geneva)"},
      {R"(what was said in Kazan)", R"(location:Kazan | Kazan)"},
      {R"(what was said in Kazan yesterday)",
       R"(location:Kazan when:2024-10-22 | Kazan when:2024-10-22)"},
      {R"(what was said yesterday)", R"(when:2024-10-22)"},
      {R"(what was said about BRICS last week)", R"(BRICS when:2024-10-14..2024-10-20)"},
      {R"(what was said about BRICS this year)", R"(BRICS when:2024-01-01..2024-12-31)"},
      {R"(what was said about BRICS in 2023)", R"(BRICS when:2023-01-01..2023-12-31)"},
      {R"(what was said about BRICS between 2024-10-01 and 2024-10-23)",
       R"(BRICS when:2024-10-01..2024-10-23)"},
      {R"(what was said about BRICS between May and July 2024)",
       R"(BRICS when:2024-05-01..2024-07-31)"},
      {R"(what was said about BRICS from January to March 2024)",
       R"(BRICS when:2024-01-01..2024-03-31)"},
      {R"(what was said about BRICS since last month)", R"(BRICS when:2024-09-01..)"},
      {R"(what was said about BRICS before 2024)", R"(BRICS when:..2023-12-31)"},
      {R"(what was said about BRICS after October 10, 2024)", R"(BRICS when:2024-10-11..)"},
      {R"(what was said about BRICS until 2023-12-31)", R"(BRICS when:..2023-12-31)"},
      {R"(what was said about BRICS on Oct. 22)", R"(BRICS when:2024-10-22)"},
      {R"(what was said about BRICS on Tuesday)", R"(BRICS when:2024-10-22)"},
      {R"(what was said about BRICS during the last 30 days)",
       R"(BRICS when:2024-09-23..2024-10-23)"},
      {R"(what was said about BRICS two weeks ago)", R"(BRICS when:2024-10-07..2024-10-13)"},
      {R"(what was said about the war in 1945 in Geneva)",
       R"(war location:Geneva when:1945-01-01..1945-12-31 | war Geneva when:1945-01-01..1945-12-31)"},
      {R"(in Kazan, what did Xi say about BRICS)",
       R"(speaker:Xi BRICS location:Kazan | speaker:Xi BRICS Kazan)"},
      {R"(since 2024 what has Xi said about trade)", R"(speaker:Xi trade when:2024-01-01..)"},
      {R"(what did Xi say last week about trade)",
       R"(speaker:Xi trade when:2024-10-14..2024-10-20)"},
      {R"(what did Putin say on 2024-10-22)", R"(speaker:Putin when:2024-10-22)"},
      {R"(what do people say about bitcoin)", R"(bitcoin)"},
      {R"(what people are saying about bitcoin)", R"(bitcoin)"},
      {R"(what do they say about bitcoin)", R"(bitcoin)"},
      {R"(what did Putin say about "new world order")", R"(speaker:Putin "new world order")"},
      {R"(what did Putin say about tariff*)", R"(speaker:Putin tariff*)"},
      {R"(what did Putin say about gas OR oil)", R"(speaker:Putin (gas OR oil))"},
      {R"(what did Putin say about gas or oil)", R"(speaker:Putin (gas OR oil))"},
      {R"(what did Putin say about trade and investment)",
       R"(speaker:Putin trade investment | speaker:Putin (trade OR investment))"},
      {R"(what did Putin say about China but not Taiwan)", R"(speaker:Putin China NOT Taiwan)"},
      {R"(what did Putin say about China except Taiwan)", R"(speaker:Putin China NOT Taiwan)"},
      {R"(what did Putin say about gas kind:direct)", R"(speaker:Putin gas kind:direct)"},
      {R"(what did not Putin say)", R"(speaker:"not Putin")"},
      {R"(what is Putin's position on Ukraine)", R"(speaker:Putin Ukraine)"},
      {R"(what is Putin's view of the dollar)", R"(speaker:Putin dollar)"},
      {R"(what was the reaction of NATO to the attack)", R"(speaker:NATO attack)"},
      {R"(what is the EU's stance on tariffs)", R"(speaker:EU tariffs)"},
      {R"(what was Iran's response to the sanctions)", R"(speaker:Iran sanctions)"},
      {R"(who said "sustainable development")", R"(who: "sustainable development")"},
      {R"(who said sustainable development)", R"(who: sustainable development)"},
      {R"(who said that "the war is over")", R"(who: "the war is over")"},
      {R"(who talked about BRICS)", R"(who: BRICS)"},
      {R"(who has talked about BRICS)", R"(who: BRICS)"},
      {R"(who's talked about BRICS)", R"(who: BRICS)"},
      {R"(who has spoken about climate in Davos)",
       R"(who: climate location:Davos | climate Davos)"},
      {R"(who mentioned Huawei last year)", R"(who: Huawei when:2023-01-01..2023-12-31)"},
      {R"(who first mentioned Huawei)", R"(first: Huawei)"},
      {R"(who commented on the election)", R"(who: election)"},
      {R"(who was talking about inflation)", R"(who: inflation)"},
      {R"(who is speaking about inflation this week)",
       R"(who: inflation when:2024-10-21..2024-10-27)"},
      {R"(who criticized Israel)", R"(who: criticized Israel | Israel)"},
      {R"(who warned about inflation in 2023)",
       R"(who: warned inflation when:2023-01-01..2023-12-31 | inflation when:2023-01-01..2023-12-31)"},
      {R"(who denied the attack)", R"(who: status:denied attack)"},
      {R"(who refused to comment on the merger)", R"(who: status:declined merger)"},
      {R"(who else mentioned BRICS)", R"(who: BRICS)"},
      {R"(which leaders talked about BRICS)", R"(who: BRICS)"},
      {R"(which countries have condemned the attack)", R"(who: condemned attack | attack)"},
      {R"(which officials said "red line")", R"(who: "red line")"},
      {R"(how often did Putin mention BRICS)", R"(count: speaker:Putin BRICS)"},
      {R"(how often has Xi said trade since 2020)", R"(count: speaker:Xi trade when:2020-01-01..)"},
      {R"(how many times did Trump mention China)", R"(count: speaker:Trump China)"},
      {R"(how many times has Trump talked about tariffs in 2024)",
       R"(count: speaker:Trump tariffs when:2024-01-01..2024-12-31)"},
      {R"(how often was BRICS mentioned)", R"(count: BRICS)"},
      {R"(how often has BRICS been mentioned)", R"(count: BRICS)"},
      {R"(how often has BRICS been mentioned by Putin in 2024)",
       R"(count: speaker:Putin BRICS when:2024-01-01..2024-12-31)"},
      {R"(how many statements did Xi make about trade)", R"(count: speaker:Xi trade)"},
      {R"(how many statements about BRICS)", R"(count: BRICS)"},
      {R"(how many statements by Putin about BRICS)", R"(count: speaker:Putin BRICS)"},
      {R"(number of statements by Putin about BRICS)", R"(count: speaker:Putin BRICS)"},
      {R"(when did Putin first say BRICS)", R"(first: speaker:Putin BRICS)"},
      {R"(when did Putin last say BRICS)", R"(last: speaker:Putin BRICS)"},
      {R"(when did Putin first mention the new bank)", R"(first: speaker:Putin new bank)"},
      {R"(when did Xi talk about BRICS)", R"(when: speaker:Xi BRICS)"},
      {R"(when has Xi talked about BRICS)", R"(when: speaker:Xi BRICS)"},
      {R"(when was BRICS first mentioned)", R"(first: BRICS)"},
      {R"(when was BRICS last mentioned by Putin)", R"(last: speaker:Putin BRICS)"},
      {R"(when was the first time Putin mentioned BRICS)", R"(first: speaker:Putin BRICS)"},
      {R"(the first time Putin mentioned BRICS)", R"(first: speaker:Putin BRICS)"},
      {R"(the last time that Xi spoke about Taiwan)", R"(last: speaker:Xi Taiwan)"},
      {R"(what was the last thing Putin said about BRICS)", R"(last: speaker:Putin BRICS)"},
      {R"(what was the first thing Xi said about Taiwan)", R"(first: speaker:Xi Taiwan)"},
      {R"(where did Putin talk about BRICS)", R"(where: speaker:Putin BRICS)"},
      {R"(where did Xi say "shared future")", R"(where: speaker:Xi "shared future")"},
      {R"(where was BRICS mentioned)", R"(where: BRICS)"},
      {R"(headlines about BRICS)", R"(articles: headline:BRICS)"},
      {R"(headlines mentioning Putin)", R"(articles: headline:Putin)"},
      {R"(articles about BRICS)", R"(articles: BRICS)"},
      {R"(all articles about BRICS since 2023)", R"(articles: BRICS when:2023-01-01..)"},
      {R"(news about tariffs this week)", R"(articles: tariffs when:2024-10-21..2024-10-27)"},
      {R"(stories on migration in Geneva)",
       R"(articles: migration location:Geneva | migration Geneva)"},
      {R"(articles that mention Huawei)", R"(articles: Huawei)"},
      {R"(statements by Putin about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(statements by Putin)", R"(speaker:Putin)"},
      {R"(all statements by Xi Jinping on trade)", R"(speaker:"Xi Jinping" trade)"},
      {R"(statements on trade by Xi)", R"(speaker:Xi trade)"},
      {R"(statements about climate)", R"(climate)"},
      {R"(remarks by Lavrov on NATO)", R"(speaker:Lavrov NATO)"},
      {R"(latest statements by Putin)", R"(newest: speaker:Putin)"},
      {R"(latest statements from Xi on trade)", R"(newest: speaker:Xi trade)"},
      {R"(latest from Xi on trade)", R"(newest: speaker:Xi trade)"},
      {R"(recent remarks of Merkel about migration)", R"(newest: speaker:Merkel migration)"},
      {R"(quotes by Churchill about war)", R"(speaker:Churchill war)"},
      {R"(direct quotes from Putin)", R"(speaker:Putin kind:direct)"},
      {R"(Putin's statements about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(Putin's latest statements about BRICS)", R"(newest: speaker:Putin BRICS)"},
      {R"(Xi Jinping's remarks on Taiwan)", R"(speaker:"Xi Jinping" Taiwan)"},
      {R"(Putin quotes about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(Putin's views on the dollar)", R"(speaker:Putin dollar)"},
      {R"(did Putin say anything about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(did Putin mention BRICS)", R"(speaker:Putin BRICS)"},
      {R"(has Putin ever mentioned bitcoin)", R"(speaker:Putin bitcoin)"},
      {R"(has anyone mentioned Huawei)", R"(Huawei)"},
      {R"(did anyone say "never again")", R"("never again")"},
      {R"(did Xi talk about trade in October)", R"(speaker:Xi trade when:2024-10-01..2024-10-31)"},
      {R"(how did NATO respond to the attack)", R"(speaker:NATO attack)"},
      {R"(how did Putin react to the sanctions)", R"(speaker:Putin sanctions)"},
      {R"(how does Xi see Taiwan)", R"(speaker:Xi Taiwan)"},
      {R"(how does Putin describe NATO)", R"(speaker:Putin NATO)"},
      {R"(why did Xi warn about inflation)", R"(speaker:Xi warn inflation | speaker:Xi inflation)"},
      {R"(why does Putin oppose NATO expansion)",
       R"(speaker:Putin oppose NATO expansion | speaker:Putin NATO expansion)"},
      {R"(BRICS according to Putin)", R"(speaker:Putin BRICS)"},
      {R"(according to Putin, what about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(Putin said BRICS)", R"(speaker:Putin BRICS)"},
      {R"(Putin says about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(Putin has said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(Xi said in Kazan)", R"(speaker:Xi location:Kazan | speaker:Xi Kazan)"},
      {R"(the Chinese president said about trade)", R"(speaker:"Chinese president" trade)"},
      {R"(Putin thinks about NATO)", R"(speaker:Putin NATO)"},
      {R"(Putin warned about NATO)", R"(speaker:Putin warned NATO | speaker:Putin NATO)"},
      {R"(Angela Merkel said about migration)", R"(speaker:"Angela Merkel" migration)"},
      {R"(Putin on BRICS)", R"(speaker:Putin BRICS)"},
      {R"(putin on brics)", R"(speaker:putin brics)"},
      {R"(Xi Jinping on trade in Kazan)",
       R"(speaker:"Xi Jinping" trade location:Kazan | speaker:"Xi Jinping" trade Kazan)"},
      {R"(Putin about BRICS since 2023)", R"(speaker:Putin BRICS when:2023-01-01..)"},
      {R"(Xi and Putin on trade)", R"((speaker:Xi OR speaker:Putin) trade)"},
      {R"(Xi and Putin about trade)", R"((speaker:Xi OR speaker:Putin) trade)"},
      {R"(China on tariffs)", R"(speaker:China tariffs)"},
      {R"(show me everything Putin said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(please show everything Putin said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(can you tell me what Putin said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(I want to know what Xi said about trade)", R"(speaker:Xi trade)"},
      {R"(find statements by Putin about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(tell me what did Putin say about BRICS please)", R"(speaker:Putin BRICS)"},
      {R"(give me all statements by Putin)", R"(speaker:Putin)"},
      {R"(what did the US say about Iran)", R"(speaker:US Iran)"},
      {R"(what did Iran say about the US)", R"(speaker:Iran US)"},
      {R"(what did Putin say recently)", R"(newest: speaker:Putin)"},
      {R"(what did Putin recently say about gas)", R"(newest: speaker:Putin gas)"},
      {R"(what did Putin say about May)", R"(speaker:Putin May)"},
      {R"(sanctions on Iran)", R"(query sanctions Iran)"},
      {R"(ban on tiktok)", R"(query ban tiktok)"},
      {R"(brics expansion)", R"(query brics expansion)"},
      {R"(putin brics)", R"(query speaker:putin brics | putin brics)"},
      {R"(vladimir putin brics)", R"(query speaker:"vladimir putin" brics | vladimir putin brics)"},
      {R"(brics putin)", R"(query brics speaker:putin | brics putin)"},
      {R"(putin xi)", R"(query speaker:putin xi | putin xi)"},
      {R"(china trade)", R"(query china trade)"},
      {R"(putin)", R"(query speaker:putin | putin)"},
      {R"(about:putin)", R"(query about:putin)"},
      {R"(speaker:xi putin)", R"(query speaker:xi putin)"},
      {R"(putin OR xi)", R"(query putin OR xi)"},
      {R"("putin" brics)", R"(query "putin" brics)"},
      {R"(what)", R"(query what)"},
      {R"(who)", R"(query who)"},
      {R"(everything)", R"(query everything)"},
      {R"(said)", R"(query said)"},
      {R"(when)", R"(query when)"},
      {R"(the)", R"(query the)"},
      {R"(trade war)", R"(query trade war)"},
      {R"(war on terror)", R"(query war terror)"},
      {R"(bank of china)", R"(query bank china)"},
      {R"(he said she said)", R"(query said said)"},
      {R"(what about tariffs)", R"(query tariffs)"},
      {R"(everything Putin said about (gas)", R"(error at 28: this parenthesis is not closed)"},
      {R"(everything Putin said about date:2024-13)",
       R"(error at 33: '2024-13' is no date of the calendar)"},
      {R"(everything Putin said about "gas)", R"(error at 28: this quotation mark is not closed)"},
      {R"(who said)", R"(query said)"},
      {R"(Who said what about climate change)", R"(who: climate change)"},
      {R"(tell me about BRICS)", R"(BRICS)"},
      {R"(climate)", R"(query climate)"},
      {R"(what did Secretary of State Antony Blinken say about Gaza)",
       R"(speaker:"Antony Blinken" Gaza)"},
      {R"(what did Prime Minister Modi say about trade)", R"(speaker:Modi trade)"},
      {R"(what did Putin not say about the mobilization)",
       R"(speaker:Putin status:not-said mobilization)"},
      {R"(the situation in the east)", R"(query situation east)"},
      {R"(what did the WHO say about vaccines)", R"(speaker:WHO vaccines)"},
  };
  EXPECT_GE(std::size(cases), 150u);
  for (const Case& c : cases) EXPECT_EQ(show(c.question), c.expected) << c.question;
}

// As people type who have never read a manual: lead-ins, slips of the pen, second clauses, noise.
TEST(Question, IsUnderstoodAsItIsTyped) {
  struct Case {
    const char* question;
    const char* expected;
  };
  const Case cases[] = {
      {R"(what's Putin's line on NATO?)", R"(speaker:Putin NATO)"},
      {R"(whats putin saying about europe)", R"(speaker:putin europe)"},
      {R"(whats Xi's stance on Taiwan)", R"(speaker:Xi Taiwan)"},
      {R"(did Putin ever talk about gas and what did he say)", R"(speaker:Putin gas)"},
      {R"(I'm looking for quotes from Xi Jinping about climate)",
       R"(speaker:"Xi Jinping" climate)"},
      {R"(I need Lavrov quotes on grain)", R"(speaker:Lavrov grain)"},
      {R"(can I see what Merkel said about migration?)", R"(speaker:Merkel migration)"},
      {R"(do you have anything by Merkel on migration)", R"(speaker:Merkel migration)"},
      {R"(are there any statements by Merkel on migration)", R"(speaker:Merkel migration)"},
      {R"(give me the latest on Taiwan from Xi)", R"(newest: speaker:Xi Taiwan)"},
      {R"(Any statements by Lavrov regarding sanctions?)", R"(speaker:Lavrov sanctions)"},
      {R"(all Lavrov statements about sanctions from 2023)",
       R"(speaker:Lavrov sanctions when:2023-01-01..2023-12-31)"},
      {R"(who has criticized Iran over human rights)",
       R"(who: criticized Iran human rights | Iran human rights)"},
      {R"(who said they would not negotiate)", R"(who: negotiate)"},
      {R"(show all quotes where Putin mentions grain)", R"(speaker:Putin grain)"},
      {R"(statements mentioning both gas and oil)", R"(gas oil | gas OR oil)"},
      {R"(statements in which Xi mentions Taiwan)", R"(speaker:Xi Taiwan)"},
      {R"(quotes that mention grain)", R"(grain)"},
      {R"(wat did Xi say abuot climate)", R"(speaker:Xi climate)"},
      {R"(evrything Putin said about gas)", R"(speaker:Putin gas)"},
      {R"(anything about grain from Lavrov)", R"(speaker:Lavrov grain)"},
      {R"(anything about refugees from Syria)", R"(refugees Syria)"},
      {R"(did NATO make a statement about the attack?)", R"(speaker:NATO attack)"},
      {R"(did Putin make any remarks on gas?)", R"(speaker:Putin gas)"},
      {R"(did anyone besides Putin talk about gas?)", R"(NOT speaker:Putin gas)"},
      {R"(who besides Putin and Xi mentioned BRICS)",
       R"(who: NOT speaker:Putin NOT speaker:Xi BRICS)"},
      {R"(what did leaders in Kazan say about currencies)",
       R"(speaker:leaders currencies location:Kazan | speaker:leaders currencies Kazan | currencies location:Kazan)"},
      {R"(what did officials say about the attack)", R"(speaker:officials attack | attack)"},
      {R"(who talked most about BRICS)", R"(who: BRICS)"},
      {R"(who mentioned sanctions more than once)", R"(who: sanctions)"},
      {R"(what has Putin said about gas so far)", R"(speaker:Putin gas)"},
      {R"(what did the president of Merovia say about grain)",
       R"(speaker:"president of Merovia" grain)"},
      {R"(quote putin brics)", R"(speaker:putin brics)"},
      {R"(Putin grain quotes)", R"(speaker:Putin grain)"},
      {R"(everything that was said by Angela Merkel about NATO)",
       R"(speaker:"Angela Merkel" NATO)"},
      {R"(what was said about attacks by rebels on Geneva)", R"(attacks rebels Geneva)"},
      {R"(Xi vs Putin on BRICS)", R"((speaker:Xi OR speaker:Putin) BRICS)"},
      {R"(summarize what Putin said about BRICS)", R"(speaker:Putin BRICS)"},
      {R"(what do we know about what Xi said in Kazan)",
       R"(speaker:Xi location:Kazan | speaker:Xi Kazan)"},
      {R"(who did Putin talk to about gas?)", R"(speaker:Putin gas)"},
      {R"(what was said in the summit)", R"(summit)"},
      {R"(what did the WHO say)", R"(speaker:WHO)"},
      {R"(how many statements did Xi make about Taiwan last week)",
       R"(count: speaker:Xi Taiwan when:2024-10-14..2024-10-20)"},
      {R"(can someone tell me what Xi said about Iran)", R"(speaker:Xi Iran)"},
      {R"(has there been any statement on visas)", R"(visas)"},
      {R"(everybody on Iran)", R"(Iran)"},
      {R"(what was reported about the quake by NATO)", R"(speaker:NATO quake)"},
      {R"(refugees from Syria)", R"(query refugees Syria)"},
      {R"(the line on the map)", R"(query line map)"},
      {R"(what a day)", R"(query day)"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.question), c.expected) << c.question;
}

TEST(Question, LeavesOutWhatIsNotWanted) {
  struct Case {
    const char* question;
    const char* expected;
  };
  const Case cases[] = {
      {R"(what did Liberals say that was not about Oda)", R"(speaker:Liberals NOT Oda)"},
      {R"(what did Liberals say that wasn't about Oda in 2023)",
       R"(speaker:Liberals NOT Oda when:2023-01-01..2023-12-31)"},
      {R"(what did Liberals say that did not mention Oda)", R"(speaker:Liberals NOT Oda)"},
      {R"(statements by Liberals not about Oda)", R"(speaker:Liberals NOT Oda)"},
      {R"(statements not about grain by Xi)", R"(speaker:Xi NOT grain)"},
      {R"(statements on grain but not by Xi)", R"(NOT speaker:Xi grain)"},
      {R"(everything on grain except what Xi said)", R"(NOT speaker:Xi grain)"},
      {R"(everything Xi said except about grain)", R"(speaker:Xi NOT grain)"},
      {R"(everything Xi said about gas but not about grain)", R"(speaker:Xi NOT grain gas)"},
      {R"(everything but Oda on grain)", R"(NOT speaker:Oda grain)"},
      {R"(everything but China on grain)", R"(NOT speaker:China grain)"},
      {R"(everything but grain on Monday)", R"(NOT grain when:2024-10-21)"},
      {R"(everyone but Oda on grain)", R"(NOT speaker:Oda grain)"},
      {R"(everyone except Lavrov said what)", R"(NOT speaker:Lavrov)"},
      {R"(who other than Xi and Oda talked about grain)",
       R"(who: NOT speaker:Xi NOT speaker:Oda grain)"},
      {R"(which Liberals criticized Trump)",
       R"(who: speaker:Liberals criticized Trump | speaker:Liberals Trump)"},
      {R"(which Liberals have not mentioned Trump)",
       R"(who: speaker:Liberals status:not-said Trump)"},
      {R"(which Merovians criticized Trump)", R"(who: criticized Trump | Trump)"},
      {R"(what Liberals said about Trump)", R"(speaker:Liberals Trump)"},
      {R"(which statements mention Trump)", R"(query statements mention speaker:Trump)"
                                            R"( | statements mention Trump)"},
      {R"(what didn't Xi say about grain)", R"(speaker:Xi status:not-said grain)"},
      {R"(who never mentioned grain)", R"(who: status:not-said grain)"},
      {R"(did Xi never mention grain)", R"(speaker:Xi status:not-said grain)"},
      {R"(grain not Oda)", R"(query grain NOT Oda)"},
      {R"(grain not Tom Q. Oda)", R"(query grain NOT "Tom Q. Oda")"},
      {R"(grain except wheat)", R"(query grain NOT wheat)"},
      {R"(grain but not wheat)", R"(query grain NOT wheat)"},
      {R"(slow but steady)", R"(query slow but steady)"},
      {R"(not guilty)", R"(query not guilty)"},
      {R"(troops not on the ground)", R"(query troops not ground)"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.question), c.expected) << c.question;
}

// The party of somebody, a word that is somebody's name in another case, a month gone by.
TEST(Question, TakesNoTopicForASpeaker) {
  struct Case {
    const char* question;
    const char* expected;
  };
  const Case cases[] = {
      {R"(Sen. Tom Q. Oda (R-Ky.))", R"(query speaker:"Tom Q. Oda" | Sen Tom Q Oda)"},
      {R"(what did Sen. Oda (D) say about gas)", R"(speaker:Oda gas)"},
      {R"(gas (R-Ky. oil))", R"(query gas R-Ky oil)"},
      {R"(iran statements 2014 denied)", R"(query iran statements 2014 denied)"},
      {R"(Iran statements on gas)", R"(speaker:Iran gas)"},
      {R"(Putin on gas last August)", R"(speaker:Putin gas when:2024-08-01..2024-08-31)"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.question), c.expected) << c.question;
}

TEST(Question, TakesNamesWhole) {
  struct Case {
    const char* question;
    const char* expected;
  };
  const Case cases[] = {
      {R"(Tom Q. Oda)", R"(query speaker:"Tom Q. Oda" | Tom Q Oda)"},
      {R"(grain Tom Q. Oda)", R"(query grain speaker:"Tom Q. Oda" | grain Tom Q Oda)"},
      {R"(Tom O'Dray)", R"(query speaker:"Tom O'Dray" | Tom O'Dray)"},
      {R"(what did Tom Q. Oda say)", R"(speaker:"Tom Q. Oda")"},
      {R"(Tom Brisk grain)", R"(query Tom Brisk grain)"},
      {R"(tom grain)", R"(query speaker:tom grain | tom grain)"},
      {R"(Pope Tom)", R"(query speaker:Tom | Pope Tom)"},
      {R"(Prime Minister Tom Q. Oda)", R"(query speaker:"Tom Q. Oda" | Prime Minister Tom Q Oda)"},
  };
  for (const Case& c : cases) EXPECT_EQ(show(c.question), c.expected) << c.question;
}

TEST(Question, SaysWhichWordsItMended) {
  auto understood = understand("wat did Xi say abuot climate", context());
  EXPECT_EQ(std::get<Question>(understood).notes,
            std::vector<std::string>{"'wat' is read as 'what', 'abuot' is read as 'about'"});
}

TEST(Question, IsWidenedStepByStep) {
  EXPECT_EQ(show("what did Xi say about gas and oil in Kazan"),
            "speaker:Xi gas oil location:Kazan"
            " | speaker:Xi (gas OR oil) location:Kazan"
            " | speaker:Xi gas oil Kazan"
            " | speaker:Xi (gas OR oil) Kazan");
}

TEST(Question, SaysWhatItTakesForGranted) {
  auto note = [](std::string_view text) {
    auto understood = understand(text, context());
    const auto& notes = std::get<Question>(understood).notes;
    return notes.empty() ? "" : notes.front();
  };
  EXPECT_EQ(note("putin brics"),
            "'putin' is read as the speaker; about:putin asks for what was said about putin");
  EXPECT_EQ(note("the gas price"), "left out: 'the'; in quotation marks they are searched for too");
  EXPECT_EQ(note("gas price"), "");
  EXPECT_EQ(note("everything Putin said about gas"), "");
  EXPECT_EQ(note("Pope Tom"),
            "'Pope Tom' is read as the speaker; about:Tom asks for what was said about Tom");
  EXPECT_EQ(note("everything but Oda on gas"),
            "what 'Oda' said is left out; NOT about:Oda leaves out what was said about Oda");
  EXPECT_EQ(note("which Merovians criticized Oda"),
            "no speaker 'Merovians' is known; speakers of any kind are shown");
  EXPECT_EQ(note("not guilty"), "'not' is searched for as a word; NOT guilty leaves it out");
  EXPECT_EQ(note("gas except oil"), "'except' is read as NOT oil");
}

TEST(Question, WithoutContextNothingIsASpeakerOrAPlace) {
  QuestionContext nothing;
  nothing.today = *parse_iso_date("2024-10-23");
  auto query = [&](std::string_view text) {
    return to_query(std::get<Question>(understand(text, nothing)).tree);
  };
  EXPECT_EQ(query("putin brics"), "putin brics");
  EXPECT_EQ(query("putin on brics"), "putin brics");
  EXPECT_EQ(query("what did Xi say about trade in Kazan"), "speaker:Xi trade Kazan");
}

// Whatever words are thrown together, there is a tree that prints as a query, or an error.
TEST(Question, AnyWordsGiveATreeOrAnError) {
  const char* pieces[] = {
      "what",    "who",     "everything", "did",       "Putin",      "Xi",        "said",
      "about",   "in",      "Kazan",      "October",   "2024",       "since",     "between",
      "and",     "or",      "not",        "first",     "how",        "often",     "times",
      "\"a b\"", "(",       ")",          "speaker:x", "date:",      "deny",      "by",
      "told",    "the",     "of",         "latest",    "statements", "headlines", "according",
      "to",      "Putin's", "?",          "refused",   "OR",         "tariff*",   "which",
      "is",      "been",    "has",        "when",      "where",      "last",      "week",
      "\"",      "but",     "except",     "never",     "didn't",     "other than"};
  std::mt19937 random(11);
  for (size_t round = 0; round < rounds(30'000); ++round) {
    std::string text;
    for (auto n = random() % 9; n > 0; --n) {
      text += std::string(pieces[random() % std::size(pieces)]) + " ";
    }
    auto understood = understand(text, context());
    if (auto* error = std::get_if<QueryError>(&understood)) {
      EXPECT_LE(error->offset, text.size()) << text;
      continue;
    }
    const Question& question = std::get<Question>(understood);
    std::string query = to_query(question.tree);
    auto again = parse_query(query, *parse_iso_date("2024-10-23"));
    ASSERT_TRUE(std::holds_alternative<Node>(again)) << text << " -> " << query;
    EXPECT_EQ(to_tree(std::get<Node>(again)), to_tree(question.tree)) << text << " -> " << query;
  }
}

}  // namespace
}  // namespace quotary
