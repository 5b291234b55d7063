#include "common/text/language.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

TEST(Language, IsToldByScriptAndCommonWords) {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"The minister said on Tuesday that the talks with the delegation were useful.", "en"},
      {"Der Minister sagte, dass die Gespräche mit der Delegation und dem Rat gut waren.", "de"},
      {"Le ministre a dit que les entretiens avec la délégation sont utiles pour les deux.", "fr"},
      {"El ministro dijo que las conversaciones con la delegación fueron útiles para el país.",
       "es"},
      {"O ministro disse que as conversas com a delegação foram úteis para os dois.", "pt"},
      {"Il ministro ha detto che gli incontri con la delegazione sono utili per il paese.", "it"},
      {"De minister zei dat het overleg met de delegatie nuttig is voor het land.", "nl"},
      {"Ministern sade att samtalen med delegationen var bra för landet och inte för någon annan.",
       "sv"},
      {"Minister powiedział, że rozmowy z delegacją są dobre dla kraju i nie tylko.", "pl"},
      {"Bakan, görüşmelerin iki ülke için yararlı olduğunu ve bir daha yapılacağını söyledi dedi.",
       "tr"},
      {"Министр заявил, что переговоры были полезны, и это важно.", "ru"},
      {"Міністр заявив, що переговори були корисні для обох країн.", "uk"},
      {"Министърът заяви, че преговорите са били полезни за страната ъ.", "bg"},
      {"部长星期二说，会谈对两国都有益。", "zh"},
      {"大臣は火曜日、会談は両国にとって有益だったと述べた。", "ja"},
      {"장관은 화요일 회담이 양국에 유익했다고 말했다.", "ko"},
      {"قال الوزير إن المحادثات كانت مفيدة للبلدين", "ar"},
      {"وزیر گفت که گفت‌وگوها برای هر دو کشور مفید بود",
       "fa"},
      {"Ο υπουργός είπε ότι οι συνομιλίες ήταν χρήσιμες", "el"},
      {"השר אמר כי השיחות היו מועילות לשתי המדינות", "he"},
      {"मंत्री ने कहा कि वार्ता दोनों देशों के लिए उपयोगी रही", "hi"},
      {"The Chinese word 北京 is the name of the capital that he was in.", "en"},
      {"", ""},
      {"1,234 5,678 -- 90", ""},
      {"Shr 12 cts vs 10 cts", ""},
      {"Net Rev Avg", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(detect_language(c.text), c.expected) << c.text;
}

TEST(Language, LooksAtTheBeginningOnly) {
  std::string text;
  while (text.size() < 2 * kLanguageSampleBytes)
    text += "The talks with the minister were of use. ";
  EXPECT_EQ(detect_language(text + std::string(100000, 'x')), "en");
}

}  // namespace
}  // namespace quotary
