#include "tests/indexer/extract/attribution_cases.h"

// Constructions of agency reports; attributions_test.cc has the grammar of every day.
namespace quotary {
namespace {

TEST(NewsAttributions, HearersInOtherPlaces) {
  expect_all({
      {"Lund advised residents, shop owners and the heads of schools to boil water.",
       "Lund | advised | to boil water"},
      {"The mayor urged here Wednesday all parties to show patience.",
       "The mayor | urged | to show patience"},
      {"Lund asked Karl Ferro, head of the port, to open the gates.",
       "Lund | asked | to open the gates"},
      {"Lund appealed again to the harbour board Monday to lift the ban.",
       "Lund | appealed | to lift the ban"},
      {"Lund called on investors to \"discover the charms of the bay.\"",
       "Lund | called on | to \"discover the charms of the bay"},
      {"Lund told the head of the Bay Guild, Lena Orlo, on Tuesday that ferries were full.",
       "Lund | told | ferries were full"},
      {"Lund told the harbour's new master, Lena Orlo, that ferries were full.",
       "Lund | told | ferries were full"},
      {"Lund asked the head of the port, Karl Ferro, on Monday to open the gates.",
       "Lund | asked | to open the gates"},
      {"Lund told the president of the guild on Monday that ferries were full.",
       "Lund | told | ferries were full"},
      {"Lund warned the director of the port that ferries were full.",
       "Lund | warned | ferries were full"},
      {"Lund warned the villages of a storm that was near.",
       "Lund | warned | a storm that was near"},
      {"Lund informed the minister of the sale.", "Lund | informed | the sale"},
      {"Lund told reporters Tarra's ferries were full.", "Lund | told | Tarra's ferries were full"},
      {"Lund told the Voice of Tarra that ferries were full.", "Lund | told | ferries were full"},
  });
}

TEST(NewsAttributions, BetweenCueAndContent) {
  expect_all({
      {"Both mayors agreed, however, that the bridge would stay closed.",
       "Both mayors | agreed | the bridge would stay closed"},
      {"Lund said, the council had met twice.", "Lund | said | the council had met twice"},
      {"Lund said if some villages wanted a bridge, \"there are others that do not.\"",
       "Lund | said | if some villages wanted a bridge, \"there are others that do not"},
      {"Lund hit out Friday at plans for a bridge.",
       "Lund | hit out Friday at | plans for a bridge"},
      {"Lund voiced \"deep regret\" on Monday over the closing of the bridge.",
       "Lund | voiced \"deep regret\" | the closing of the bridge"},
      {"The bridge will stay closed, the mayor said Monday amid reports that it had cracked.",
       "the mayor | said | The bridge will stay closed ; =0 | reports | it had cracked"},
      {"The board said in a report published on Tuesday that ferries were full.",
       "The board | said | ferries were full"},
      {"Lund refused for weeks to open the gates.", "Lund | refused | to open the gates"},
      {"Lund said after the vote, adding that ferries were full.",
       "- | adding | ferries were full"},
  });
}

TEST(NewsAttributions, SpeechActsOnFigures) {
  expect_all({
      {"Lund put the loss at 30 boats.", "Lund | put | the loss at 30 boats"},
      {"Lund put the boat at risk.", ""},
      {"Lund gave no figure for the loss.", "Lund | gave no figure for | the loss"},
      {"Ferro scored twice and Lund added 16 points.", ""},
  });
}

TEST(NewsAttributions, ScareQuotesAreTheNarrators) {
  expect_all({
      {"Lund \"strongly condemned\" the closing of the bridge.",
       "Lund | condemned | the closing of the bridge"},
  });
}

TEST(NewsAttributions, WhereNewsContentsEnd) {
  expect_all({
      {"Ferro blamed Lund and her fellow members of the harbour board (HB) for the delay which "
       "left boats stranded.",
       "Ferro | blamed | Lund and her fellow members of the harbour board (HB) for the delay which "
       "left boats stranded"},
      {"Lund said early results showed a loss.", "Lund | said | early results showed a loss"},
      {"Lund called on the board to open the gates and maintain the ferries.",
       "Lund | called on | to open the gates and maintain the ferries"},
      {"In addition, two ferries were lost, Lund said.", "Lund | said | two ferries were lost"},
      {"The board announced to close the bridge on Monday.",
       "The board | announced | to close the bridge on Monday"},
      {"The port, which claims to have the longest pier, is closed.",
       "which | claims | to have the longest pier"},
  });
}

TEST(NewsAttributions, NumbersAndAdjectivesSayNothing) {
  expect_all({
      {"The town has reported three confirmed human cases.",
       "The town | reported | three confirmed human cases"},
      {"The two confirmed cases involve a boy and a girl.", ""},
      {"The two ruling parties met on Monday.", ""},
      {"This indicates that ferries are full.", ""},
      {"Moody's said it had some concerns about the port.",
       "Moody's | said | it had some concerns about the port"},
  });
}

TEST(NewsAttributions, GerundsThatAreTold) {
  expect_all({
      {"The mayors insisted on noting the differences between the ports.",
       "The mayors | insisted on | noting the differences between the ports"},
      {"Lund vowed to keep sailing the bay and defending the port.",
       "Lund | vowed | to keep sailing the bay and defending the port"},
      {"The crew kept rowing and saying they had won.", "- | saying | they had won"},
  });
}

TEST(NewsAttributions, WhereObjectsEnd) {
  expect_all({
      {"Lund vowed to keep the ferries following the storm.", "Lund | vowed | to keep the ferries"},
      {"Lund announced the closing after holding a meeting at the port.",
       "Lund | announced | the closing"},
      {"The board stressed saving fuel without closing the port.",
       "The board | stressed | saving fuel without closing the port"},
      {"Lund called for unity among the towns of the bay on Tuesday.",
       "Lund | called for | unity among the towns of the bay"},
      {"Lund condemned the men who sank a boat and eight of her crew, including a child.",
       "Lund | condemned | the men who sank a boat and eight of her crew, including a child"},
      {"Ferro denounced the closing of the port, despite the storm.",
       "Ferro | denounced | the closing of the port"},
  });
}

TEST(NewsAttributions, WhatLiesInsideIsNotCut) {
  expect_all({
      {"Lund said the case is rare and suggests a delay.",
       "Lund | said | the case is rare and suggests a delay"},
      {"The ferry company said he was searched, beaten and threatened with a knife.",
       "The ferry company | said | he was searched, beaten and threatened with a knife"},
      {"Ferro said the port was full, and hoped the ferries would sail.",
       "Ferro | said | the port was full"},
      {"Ferro claims that the bay \"will be shut with no one being asked,\" the mayor said.",
       "the mayor | said | Ferro claims that the bay \"will be shut with no one being asked ; "
       "Ferro | claims | the bay \"will be shut with no one being asked"},
      {"The council, who said its support was conditional, might leave.",
       "who | said | its support was conditional"},
      {"This, says the mayor, will close the port.",
       "the mayor | says | This + will close the port"},
  });
}

// The subject or the object does not stand right beside its verb.
TEST(NewsAttributions, TimesAndParticiplesBeforeTheVerb) {
  expect_all({
      {"Lund had Thursday called on the board to repeal the rule.",
       "Lund | called on | to repeal the rule"},
      {"Lund had last week announced the closing of the bridge.",
       "Lund | announced | the closing of the bridge"},
      {"Lund has for months pushed shippers to paint their ferries.",
       "Lund | pushed | to paint their ferries"},
      {"Lund's spokesman Per Sund on Thursday evening said ferries were full.",
       "Lund's spokesman Per Sund | said | ferries were full"},
      {"A paper published Wednesday said the pier had sunk.", "A paper | said | the pier had sunk"},
      {"The order released said the pier had sunk.", "The order | said | the pier had sunk"},
      {"Shippers whose ferries have been sold say the pier will sink.",
       "Shippers | say | the pier will sink"},
      {"The harbour states say such piers sink.", "The harbour states | say | such piers sink"},
      {"Tarra condemned on Thursday the sinking of the pier.",
       "Tarra | condemned | the sinking of the pier"},
      {"Beijing warned Tuesday that all piers would sink.",
       "Beijing | warned | all piers would sink"},
      {"Lund said he and Sund differ on ferries.", "Lund | said | he and Sund differ on ferries"},
      {"The shipping index found that ferries were full.",
       "The shipping index | found | ferries were full"},
      {"The board issued a statement urging crews to turn back.", "- | urging | to turn back"},
      {"Lund has an early warning system.", ""},
  });
}

TEST(NewsAttributions, VerbsInARowShareTheirTense) {
  expect_all({
      {"Lund says she likes Sund and calls him \"a friend of the port.\"",
       "Lund | says | she likes Sund ; =0 | calls | him \"a friend of the port"},
      {"Lund said the port likes Sund and welcomes his help.",
       "Lund | said | the port likes Sund and welcomes his help"},
  });
}

TEST(NewsAttributions, VerbsOfTheLongTail) {
  expect_all({
      {"Lund hinted she would leave.", "Lund | hinted | she would leave"},
      {"Lund pointed to the fall in fares.", "Lund | pointed to | the fall in fares"},
      {"The point to make is another.", ""},
      {"The party disowned the mayor's speech.", "The party | disowned | the mayor's speech"},
      {"Lund tweeted a picture of the pier.", "Lund | tweeted | a picture of the pier"},
  });
}

// A comma inside the closing mark is the sentence's, as one outside of it is.
TEST(NewsAttributions, ContentsEndBehindAQuotation) {
  expect_all({
      {"Lund said Holm was a \"friend of the port,\" adding that ferries were full.",
       "Lund | said | Holm was a \"friend of the port ; =0 | adding | ferries were full"},
      {"While Lund said the port was \"in danger,\" the board went home.",
       "Lund | said | the port was \"in danger"},
      {"\"We won,\" Lund said, adding that ferries were full. \"They will sail.\"",
       "Lund | said | We won + They will sail ; =0 | adding | ferries were full"},
      {"\"We won,\" said Lund, who noted that ferries were full. \"They will sail.\"",
       "Lund | said | We won + They will sail ; who | noted | ferries were full"},
  });
}

TEST(NewsAttributions, WhatTheNarratorAddsIsNoContent) {
  expect_all({
      {"Lund praised the crew in a statement on Monday.", "Lund | praised | the crew"},
      {"Lund rejected the claim during a debate.", "Lund | rejected | the claim"},
      {"Lund praised the crew in the harbour.", "Lund | praised | the crew in the harbour"},
      {"Lund said the port would stay, a promise she has made before.",
       "Lund | said | the port would stay"},
      {"Lund said the port would stay, a comfort to the crews.",
       "Lund | said | the port would stay, a comfort to the crews"},
      {"Lund said the port would stay, which she said would help the ferries.",
       "Lund | said | the port would stay ; she | said | would help the ferries"},
      {"She said that the port was full, she said.", "She | said | the port was full"},
      {"Lund said the port was full, Holm said.",
       "Holm | said | Lund said the port was full ; Lund | said | the port was full"},
  });
}

TEST(NewsAttributions, PassivesAndRelatives) {
  expect_all({
      {"The plan, described by Lund as \"a mistake,\" will fail.",
       "Lund | described | The plan + as \"a mistake"},
      {"The plan was described by Lund as a mistake.",
       "Lund | described | The plan + as a mistake"},
      {"The plan was rejected by Lund.", ""},
      {"Lund was cited by Holm as saying the port was full.", "Lund | saying | the port was full"},
      {"Asked by Holm whether ferries were full, Lund left.",
       "Holm | Asked | whether ferries were full"},
      {"Lund spoke of Holm, whom she called \"a friend.\"",
       "Lund | spoke of | Holm ; she | called | a friend"},
      {"It was a step he called a mistake.", "he | called | a mistake"},
      {"Lund called on Monday for a new pier.", "Lund | called | a new pier"},
      {"Lund asked him to stage protests in the port.",
       "Lund | asked | to stage protests in the port"},
  });
}

TEST(NewsAttributions, NounsOfThoseWhoAreNamed) {
  expect_all({
      {"The board slammed a Chinese call to close the port.",
       "The board | slammed | a Chinese call to close the port ; Chinese | call | to close the "
       "port"},
      {"The board met the demands by Lund, Tarra and other ports to cut fares.",
       "Lund, Tarra and other ports | demands | to cut fares"},
      {"The board heard Lund's plea for new ferries.", "Lund | plea | new ferries"},
      {"The board heard a plea for new ferries.", ""},
      {"The harbour states that have voted are few.", ""},
  });
}

TEST(NewsAttributions, WhereListsAndInfinitivesGoOn) {
  expect_all({
      {"Lund called for Tarra and the small ports to cut fares.",
       "Lund | called for | Tarra and the small ports to cut fares"},
      {"Lund praised the crews, most of them new.", "Lund | praised | the crews, most of them new"},
      {"The port had sold two ferries, Lund said, and was looking for a third.",
       "Lund | said | The port had sold two ferries + and was looking for a third"},
      {"The port had sold two ferries, Lund said, along with their crews.",
       "Lund | said | The port had sold two ferries + along with their crews"},
      {"The port had sold two ferries, it was reported.",
       "- | reported | The port had sold two ferries"},
  });
}

TEST(NewsAttributions, PassivesWithoutAuxiliary) {
  expect_all({
      {"The court opened the trial of five men accused of theft.", "- | accused | theft"},
      {"The crew were held on Friday and accused of smuggling.", "- | accused | smuggling"},
      {"A pilot, Karl Ferro, was seized in the bay, which the board had accused of sinking.",
       "the board | accused | sinking"},
      // who they are
      {"Five men accused of theft left the town.", ""},
  });
}

TEST(NewsAttributions, SpokenByTwo) {
  expect_all({
      {"Two ferries collided, the harbour master said Monday, the Tarra Post reported.",
       "the harbour master | said | Two ferries collided ; the Tarra Post | reported | Two ferries "
       "collided, the harbour master said Monday"},
      {"\"We are late,\" Lund said, according to the Tarra Post.",
       "Lund | said | We are late ; the Tarra Post | according to | We are late,\" Lund said"},
      {"The crew are safe, Lund said, but two ships have sunk, Ferro added.",
       "Lund | said | The crew are safe ; Ferro | added | but two ships have sunk"},
  });
}

TEST(NewsAttributions, ThirdPartiesInQuotations) {
  expect_all({
      {"\"The mayor appeals to all crews to stay ashore,\" a spokesman said.",
       "a spokesman | said | The mayor appeals to all crews to stay ashore ; The mayor | appeals "
       "to "
       "| to stay ashore"},
      {"\"The mayor says ferries are full and calls on all crews to stay ashore,\" a spokesman "
       "said.",
       "a spokesman | said | The mayor says ferries are full and calls on all crews to stay ashore "
       "; "
       "The mayor | says | ferries are full ; =1 | calls on | to stay ashore"},
      {"\"We appeal to all crews to stay ashore,\" Lund said.",
       "Lund | said | We appeal to all crews to stay ashore"},
  });
}

TEST(NewsAttributions, NounsBeforeClauses) {
  expect_all({
      {"Lund denied reports she would resign.",
       "Lund | denied | reports she would resign ; =0 | reports | she would resign"},
      {"Lund deleted reports she made.", ""},
  });
}

TEST(NewsAttributions, SubjectsAndVerbsOfNews) {
  expect_all({
      {"The bay is safe, outgoing harbour master Karl Ferro said here on Friday.",
       "outgoing harbour master Karl Ferro | said | The bay is safe"},
      {"Lund said this while visiting the port.", ""},
      {"The board, which said ferries were full, has closed the port.",
       "which | said | ferries were full"},
      {"Crews were advised to stay ashore and some firms, such as Bay Lines, moved their boats.",
       "- | advised | to stay ashore"},
      {"Lund proposed to weigh the merits and risks of the steps taken so far.",
       "Lund | proposed | to weigh the merits and risks of the steps taken so far"},
      {"Lund said ferries were full, even though the board had promised new ones.",
       "Lund | said | ferries were full, even though the board had promised new ones ; the board | "
       "promised | new ones"},
      {"Lund conceded a mistake even as she defended the plan.",
       "Lund | conceded | a mistake ; she | defended | the plan"},
      {"Lund pleaded with the crew to turn back.", "Lund | pleaded with | to turn back"},
      {"Lund appealed to the crew for help.", "Lund | appealed to | help"},
      {"Lund expressed gratitude to the crew for their work.",
       "Lund | expressed gratitude | their work"},
      {"The board, according to Lund, has bought new ferries.",
       "Lund | according to | The board + has bought new ferries"},
      {"The bridge is old, Lund said, adding, the board has voted for a new one.",
       "Lund | said | The bridge is old ; =0 | adding | the board has voted for a new one"},
      {"Two boats sank in the storm, which Lund admitted Friday was a surprise.",
       "Lund | admitted | was a surprise"},
      {"Lund told a press briefing on Monday that ferries were full.",
       "Lund | told | ferries were full"},
      {"In a long march demanding a bridge, hundreds of crews walked along the bay.",
       "- | demanding | a bridge"},
      {"Lund advised crews against sailing.", "Lund | advised | sailing"},
  });
}

TEST(NewsAttributions, AccordingInsideOfClauses) {
  expect_all({
      {"According to the board there was no delay.",
       "the board | According to | there was no delay"},
      {"The crew met others who according to Lund had left the port.",
       "Lund | according to | had left the port"},
      {"The crew left the bay when, according to Lund, the storm began.",
       "Lund | according to | the storm began"},
  });
}

TEST(NewsAttributions, TimeBetweenConjunctionAndCue) {
  expect_all({
      {"Lund said ferries were full and on Monday criticised the board.",
       "Lund | said | ferries were full ; =0 | criticised | the board"},
      {"In May she said ferries were full, and last week said the bridge was old.",
       "she | said | ferries were full ; =0 | said | the bridge was old"},
      {"Two ferries collided in the bay, it was reported Monday.",
       "- | reported | Two ferries collided in the bay"},
  });
}

TEST(NewsAttributions, WhoIsTold) {
  expect_all({
      {"Lund told a meeting of her captains that ferries were full.",
       "Lund | told | ferries were full"},
      {"Lund told her Dutch hosts Tuesday that ferries were full.",
       "Lund | told | ferries were full"},
      {"Two ferries have sunk, Lund told the lower house of parliament.",
       "Lund | told | Two ferries have sunk"},
      {"Lund told the crew of the plan.", "Lund | told | the plan"},
      {"Lund asked her not to open the gates.", "Lund | asked | not to open the gates"},
      {"Lund asked to see the ship.", "Lund | asked | to see the ship"},
      {"The captain asked not to be named.", ""},
      {"The captain asked to remain anonymous.", ""},
      // a rule, nobody's speech
      {"Crews are asked to fill out a form.", ""},
  });
}

TEST(NewsAttributions, NounsFarFromTheirClauses) {
  expect_all({
      {"The board heard Lund's complaint to the mayor that ferries were full.",
       "Lund | complaint | ferries were full"},
      {"The talks failed over Dutch demands for a bridge.", "Dutch | demands | a bridge"},
      {"Confronted with claims that he had sunk the boat, Ferro left.",
       "- | claims | he had sunk the boat"},
      {"The Arab states, the board and the crew met.", ""},
  });
}

TEST(NewsAttributions, ActsThatTell) {
  expect_all({
      {"Ferro pleaded not guilty.", "Ferro | pleaded | not guilty"},
      {"Lund identified the man as Karl Ferro.", "Lund | identified | the man as Karl Ferro"},
      {"Lund identified herself as the mayor.", ""},
      {"Lund raised the issue of the bridge.", "Lund | raised | the issue of the bridge"},
      {"Lund raised taxes.", ""},
      {"Lund said ferries were full and raised hopes for a bridge.",
       "Lund | said | ferries were full and raised hopes for a bridge"},
      {"Ferro defended his title.", ""},
      {"The defending champion lost.", ""},
      {"Lund hit back, defending the plan and answering to her critics.",
       "- | defending | the plan"},
      {"The talks will focus on denouncing the ban.", ""},
      {"Critics charge the bridge was sold too early.",
       "Critics | charge | the bridge was sold too early"},
      {"Divers, claiming the wreck is safe, said they would go down.",
       "=1 | claiming | the wreck is safe ; Divers | said | they would go down"},
      {"The mayor said information indicated the bridge was old.",
       "The mayor | said | information indicated the bridge was old"},
      {"The bridge is old, said He Orlo, a diver.", "He Orlo | said | The bridge is old"},
      {"Lund asked if the bridge was old, in an apparent reference to a report.",
       "Lund | asked | if the bridge was old"},
  });
}

TEST(NewsAttributions, WhatIsWithheld) {
  expect_all({
      {"Lund said the bridge was shut, but gave no reason for the delay.",
       "Lund | said | the bridge was shut ; =0 | gave no reason for | the delay"},
      {"The port did not provide any further details on the sale.",
       "The port | provide any further details on | the sale"},
      {"It said the bridge was shut, but it offered no explanation.",
       "It | said | the bridge was shut ; it | offered | no explanation"},
      {"The bridge is shut, Lund said, without giving a date for the works.",
       "Lund | said | The bridge is shut ; =0 | giving a date for | the works"},
      {"The bridge is shut, Lund said, giving no further details.",
       "Lund | said | The bridge is shut"},
      {"The board made no mention of the storm.", "The board | made no mention of | the storm"},
      {"Lund gave details of the sale.", ""},
      {"Lund gave no reason as she left the hall.", ""},
      {"The board released no figures for nine days.", ""},
      {"Lund offered no explanation as to why the lamp was broken.",
       "Lund | offered no explanation as to | why the lamp was broken"},
      {"The board provided no evidence of a leak.", ""},
      {"The storm gave no reason for a delay.", ""},
      {"Lund was tired of giving no details of the sale.", ""},
      {"The bridge is shut, Lund said, offering no further details.",
       "Lund | said | The bridge is shut"},
      {"Lund gave no money to the port.", ""},
      {"Neither Lund nor the port would comment on the sale.",
       "Neither Lund nor the port | comment on | the sale"},
      {"None of them would say whether the bridge was safe.",
       "them | say | whether the bridge was safe"},
      {"Lund would comment on the sale.", ""},
      {"Lund would not say who had paid, but praised the crew.",
       "Lund | say | who had paid ; =0 | praised | the crew"},
      {"Lund did not say what had happened, but she went to the port.",
       "Lund | say | what had happened"},
      {"Lund did not say that the lamp was broken but the rope was old.",
       "Lund | say | the lamp was broken but the rope was old"},
      {"Lund denied that the lamp was broken but the rope was old.",
       "Lund | denied | the lamp was broken but the rope was old"},
      {"Lund not only said that the port was full, but that it was old.",
       "Lund | said | the port was full, but that it was old"},
  });
}

TEST(NewsAttributions, WhoSpeaksNot) {
  expect_statuses({
      {"Neither Lund nor the port would comment on the sale.", "comment on: not-said"},
      {"None of them would say whether the bridge was safe.", "say: not-said"},
      {"Neither of the two divers said that the bridge was safe.", "said: not-said"},
      {"With neither of them giving way, Lund said that talks would go on.", "said: said"},
      {"In none of the towns, Lund said, was the bridge safe.", "said: said"},
      {"Lund gave no reason for the delay.", "gave no reason for: not-said"},
      {"Lund did not name the men.", "name: not-said"},
      {"Lund denied the sale.", "denied: denied"},
      {"Lund declined to name the divers.", "declined: declined"},
      {"Lund not only said that the port was full.", "said: said"},
  });
}

TEST(NewsAttributions, CrowdsGatherToSpeak) {
  expect_all({
      {"Some 50 divers rallied outside the port on Friday to demand safer boats.",
       "- | demand | safer boats"},
      {"Divers took to the streets to protest against the closing of the bay.",
       "- | protest | the closing of the bay"},
      {"The crew trained for weeks to demand more of the boat.", ""},
      {"Lund had planned the march, to urge calm.", ""},
  });
}

TEST(NewsAttributions, OrdersWithAnObject) {
  expect_all({
      {"The court ordered the release of two divers.",
       "The court | ordered | the release of two divers"},
      {"The mayor ordered the guild to pay.", "The mayor | ordered | to pay"},
      {"The guild ordered 65 boats.", ""},
      {"The guild ordered new boats from a yard.", ""},
      {"Lund ordered soup for her divers.", ""},
      {"Lund ordered a painting of the bay.", ""},
      {"Lund ordered the cleaning of all lamps.", "Lund | ordered | the cleaning of all lamps"},
      {"Lund ordered two lamps be sold.", "Lund | ordered | two lamps be sold"},
      {"Lund ordered a full inquiry into the leak.",
       "Lund | ordered | a full inquiry into the leak"},
      {"After ordering a beer, the diver left.", ""},
      {"Ferry prices declined this week because of the storm.", ""},
      {"The list announced last month is long.", ""},
  });
}

TEST(NewsAttributions, ScenesBesideAQuotation) {
  expect_all({
      {"The crowd shouted \"Open the bay!\" as the ferry came in.",
       "The crowd | shouted | Open the bay!"},
      {"Divers chanted \"Out!\" and \"Never again!\" when Lund left.",
       "Divers | chanted | Out!\" and \"Never again!"},
      {"Lund said \"a new lamp\" after the storm would cost too much.",
       "Lund | said | a new lamp\" after the storm would cost too much"},
      {"Lund shouted \"We won!\" after the race.", "Lund | shouted | We won!"},
      {"Divers chanted \"No more rope\" as the boat sank.", "Divers | chanted | No more rope"},
      {"Lund cited \"the old bay\" as her favourite song.",
       "Lund | cited | the old bay\" as her favourite song"},
  });
}

TEST(NewsAttributions, ClausesFarBehindADay) {
  expect_all({
      {"Ferro warned on Sunday at a hall built for divers that lamps were scarce.",
       "Ferro | warned | lamps were scarce"},
      {"The bay is full, the port said Tuesday after talks between the guild and the town.",
       "the port | said | The bay is full"},
      {"The bay, Lund said, was full, and the port was shut.",
       "Lund | said | The bay + was full, and the port was shut"},
      {"The bay was full, Lund said, but the port would stay open.",
       "Lund | said | The bay was full + but the port would stay open"},
      {"The bay was full, Lund said, but Ferro said it was empty.",
       "Lund | said | The bay was full ; Ferro | said | it was empty"},
      {"The bay was full, warned the harbour master.",
       "the harbour master | warned | The bay was full"},
      {"The bridge, said Ada Lund, the head of the port, is old.",
       "Ada Lund | said | The bridge + is old"},
  });
}

TEST(NewsAttributions, ListsInObjects) {
  expect_all({
      {"Lund praised the crew, as well as the guild.",
       "Lund | praised | the crew, as well as the guild"},
      {"Lund insisted on keeping the ferries, rather than selling them.",
       "Lund | insisted on | keeping the ferries, rather than selling them"},
      {"Lund would not talk about whether she would sail, or whether the crew would.",
       "Lund | talk about | whether she would sail, or whether the crew would"},
      {"The guild heard Ferro's plea for selling the lamps and feeding the divers.",
       "Ferro | plea | selling the lamps and feeding the divers"},
      {"Lund demanded a boat for the diver, Karl Orlo.",
       "Lund | demanded | a boat for the diver, Karl Orlo"},
      {"Lund announced the closing of the port, Sunday.",
       "Lund | announced | the closing of the port"},
      {"Lund proclaimed the freedom of Tarra, her name for the bay in the north.",
       "Lund | proclaimed | the freedom of Tarra"},
      {"Lund rejected the sale and diving made her rich.", "Lund | rejected | the sale"},
  });
}

TEST(NewsAttributions, HearersInListsAndBeforeAsides) {
  expect_all({
      {"Lund accused Karl Ferro -- a diver from Tarra -- of theft.", "Lund | accused | theft"},
      {"Lund thanked the crew, the guild and the owners of boats for their help.",
       "Lund | thanked | their help"},
      {"Lund accused the mayor, the port and the head of the guild of divers of theft.", ""},
      {"Lund informed the Harbour Board (HB) and the Guild (DG) of the sale.",
       "Lund | informed | the sale"},
      {"The court asked that the bridge be closed.", "The court | asked | the bridge be closed"},
      {"Lund asked that question on Sunday.", ""},
      {"Lund ordered that diver to leave.", ""},
      {"Lund asked that all lamps be sold.", "Lund | asked | all lamps be sold"},
      {"Lund slammed several of her divers.", "Lund | slammed | several of her divers"},
      {"Lund slammed it.", ""},
  });
}

TEST(NewsAttributions, PassivesWithAnythingBetween) {
  expect_all({
      {"The mayors were asked whether the bridge would last.",
       "- | asked | whether the bridge would last"},
      {"Lund was told on Sunday by her doctor to sleep more.", "her doctor | told | to sleep more"},
      {"Divers were urged \"to come back at once.\"", "- | urged | to come back at once"},
      {"Nine lamps have been found, it was claimed there on Friday.",
       "- | claimed | Nine lamps have been found"},
      {"Divers are asked to leave.", ""},
  });
}

TEST(NewsAttributions, WordsThatLookLikeOthers) {
  expect_all({
      {"Lund praised, however, the seven divers.", "Lund | praised | the seven divers"},
      {"The school of diving warns that two lamps are broken.",
       "The school of diving | warns | two lamps are broken"},
      {"The lamp estimates still say that nine lamps are broken.",
       "The lamp estimates | say | nine lamps are broken"},
      {"The declaration points out that the bridge is old.",
       "The declaration | points out | the bridge is old"},
      {"Lund refused to back the plan.", "Lund | refused | to back the plan"},
      {"Lund promised to further the talks.", "Lund | promised | to further the talks"},
      {"Lund instructed the guild to search the boat.", "Lund | instructed | to search the boat"},
      {"Analysts had forecast a loss.", "Analysts | forecast | a loss"},
      {"Lund keeps three lamps they say are broken.", "they | say | are broken"},
      {"The claim was false.", ""},
      {"The study grants for divers were cut.", ""},
      {"The rule changes the guild made were few.", ""},
      {"Ferro dubbed the second ruling \"a joke on divers.\"",
       "Ferro | dubbed | the second ruling \"a joke on divers"},
      {"A group calling itself the Tarra Guild sank a boat.", ""},
      {"Ferro even went so far as to claim that no lamp was broken.",
       "- | claim | no lamp was broken"},
      {"Lund is as keen as ever to say it.", ""},
      {"Sen. Karl Ferro, D-Tar., denied a sale of lamps.",
       "Sen. Karl Ferro | denied | a sale of lamps"},
  });
}

TEST(NewsAttributions, ConsentAndNames) {
  expect_all({
      {"Lund agreed to the sale.", "Lund | agreed to | the sale"},
      {"Lund agreed to leave.", "Lund | agreed | to leave"},
      {"The sum that both agreed to in May was paid.", ""},
      {"The sum agreed to yesterday was paid.", ""},
      {"Lund did not agree to the sale.", ""},
      {"Lund agreed to no sale.", "Lund | agreed to | no sale"},
      {"Lund promised to never sell the lamp.", "Lund | promised | to never sell the lamp"},
      {"The port did not identify the men.", "The port | identify | the men"},
      {"The port identified the divers.", ""},
      {"The port did not name him.", ""},
      {"The port did not identify the cause of the leak.", ""},
      {"The port did not name the victims.", "The port | name | the victims"},
      {"The court rejected Lund's allegation of theft.",
       "The court | rejected | Lund's allegation of theft ; Lund | allegation | theft"},
      {"Lund pledged support for the port.", "Lund | pledged | support for the port"},
      {"Lund has 30 pledged delegates.", ""},
      {"Divers are being urged to come back.", "- | urged | to come back"},
      {"Ferro, who had lost his boat to a storm, warned the guild that the bay was shut.",
       "Ferro | warned | the bay was shut"},
      {"Lund said to applause that \"the bay is ours.\"", "Lund | said | the bay is ours"},
  });
}

TEST(NewsAttributions, ObjectsBehindAnAside) {
  expect_all({
      {"Orlo Inc., the group that owns two boats, reported strong earnings of 45 cents a share.",
       "Orlo Inc. | reported | strong earnings of 45 cents a share"},
      {"The bay is shut, reported the mayor.", "the mayor | reported | The bay is shut"},
      {"The bay is shut, reported local media.", "local media | reported | The bay is shut"},
      {"The guild protested the closing of the bay.",
       "The guild | protested | the closing of the bay"},
      {"A fight between protesting divers and the crew left two hurt.", ""},
  });
}

}  // namespace
}  // namespace quotary
