#include "corpus/reader/reader.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "corpus/reader/formats.h"
#include "tests/corpus/reader/read_for_test.h"

namespace quotary {
namespace {

TEST(Reader, TellsWhatIsNoArticle) {
  struct Case {
    std::string bytes, expected;
  };
  const Case cases[] = {
      {"", "!! skipped a.txt: the file is empty\n"},
      {std::string("\x7F"
                   "ELF\0\0\0\1",
                   8),
       "!! skipped a.txt: not a text file\n"},
      {std::string("text\0text", 9), "!! skipped a.txt: not a text file\n"},
      {"\xFF\xFEt\x01", "!! skipped a.txt: not a text file\n"},
      {std::string("\x1F\x8B\x08\x00garbage", 11), ""},
      {"PK\x03\x04 garbage", ""},
      {"<?xml version=\"1.0\"?><nitf><unclosed>", ""},
      {"{\"headline\": ", "!! skipped a.txt"},
      {"<!DOCTYPE html><html></html>", "!! skipped a.txt: a page without text\n"},
      {"WARC/1.0\r\nWARC-Type: response\r\n",
       "!! skipped a.txt: a WARC record's header does not end\n"},
  };
  for (const Case& c : cases) {
    std::string read = read_printed(c.bytes, "a.txt");
    EXPECT_TRUE(read.starts_with("!! skipped")) << c.bytes << read;
    EXPECT_TRUE(read.starts_with(c.expected)) << read;
  }
}

TEST(Reader, RepairsAndWarns) {
  std::string read = read_printed(" date 9999-99-99 Caf\xE9 opens\n\nText.", "a.txt");
  EXPECT_NE(read.find("!! warning a.txt: not UTF-8 in 1 places"), read.npos) << read;
  EXPECT_NE(read.find("!! warning a.txt: the date 9999-99-99 is not believed"), read.npos) << read;
  EXPECT_NE(read.find("headline: Caf\uFFFD opens"), read.npos) << read;
}

TEST(Reader, KeepsToItsLimits) {
  ReaderOptions options;
  options.limits.article_bytes = options.limits.record_bytes = options.limits.document_bytes = 1000;
  std::string large(5000, 'x');
  const char* beginnings[] = {
      " date 2024-10-23 ", "{\"headline\":\"", "<REUTERS NEWID=\"1\">\n<TEXT>",
      "<DOC>\n<TEXT>",     "<html>",           "<?xml version=\"1.0\"?><nitf>"};
  for (const char* beginning : beginnings) {
    std::string read = read_printed(beginning + large, "a.txt", options);
    EXPECT_TRUE(read.starts_with("!! skipped")) << beginning << read.substr(0, 200);
  }
}

TEST(Reader, ReadsAsTold) {
  ReaderOptions options;
  options.format = "text";
  EXPECT_NE(read_printed("<html>\n\nNo page.", "a.html", options).find("P No page."),
            std::string::npos);
  options.format = "no-such";
  EXPECT_EQ(read_printed("text", "a.txt", options),
            "!! skipped a.txt: no format is named no-such\n");
  options = {};
  options.language = "fr";
  EXPECT_NE(read_printed("Title\n\nThe text is in English, or is it?", "a.txt", options)
                .find("language: fr"),
            std::string::npos);
}

// What is within its limit is read; what goes deeper is told, however much deeper it goes.
TEST(Reader, IsNotOvercomeByDepth) {
  struct Case {
    std::string begin, opens, inner, closes, end;
    size_t most;        // so many are read
    const char* limit;  // what is said of one more
  };
  const Case cases[] = {
      {"<?xml version=\"1.0\"?><nitf><body.content>", "<a>", "<p>Text.</p>", "</a>",
       "</body.content></nitf>", 497, "!! skipped a: elements within elements, more than 500 deep"},
      {"{\"headline\":\"Grain\",\"articleBody\":\"Text.\",\"x\":", "[", "1", "]", "}", 499,
       "!! skipped a: values within values, more than 500 deep"},
      {"{\n\"headline\":\"Grain\",\"articleBody\":\"Text.\",\"x\":", "{\"y\":", "1", "}", "}", 499,
       "!! skipped a: values within values, more than 500 deep"},
      {"<html><body><p>First.</p>", "<div>", "<p>Text.</p>", "</div>", "</body></html>", 497,
       "!! warning a: elements within elements, more than 500 deep, are left out"},
  };
  auto nested = [](const Case& c, size_t levels) {
    std::string text = c.begin;
    for (size_t i = 0; i < levels; ++i) text += c.opens;
    text += c.inner;
    for (size_t i = 0; i < levels; ++i) text += c.closes;
    return read_printed(text + c.end, "a");
  };
  for (const Case& c : cases) {
    const std::string read = nested(c, c.most);
    EXPECT_NE(read.find("Text."), read.npos) << c.begin << read;
    EXPECT_EQ(read.find("!!"), read.npos) << c.begin << read;
    EXPECT_TRUE(nested(c, c.most + 1).starts_with(c.limit)) << nested(c, c.most + 1);
    EXPECT_TRUE(nested(c, 10'000).starts_with(c.limit)) << nested(c, 10'000);
    EXPECT_TRUE(nested(c, 300'000).starts_with("!! ")) << c.begin;
  }
}

TEST(Reader, IsNotOvercomeByDepthWithoutAnEnd) {
  for (const char* tag : {"<div>", "<p>", "<b>", "<table>", "<br>", "</p>", "<a><p>"}) {
    std::string html = "<html><body>";
    for (int i = 0; i < 300000; ++i) html += tag;
    read_printed(html + "text", "a.html");
  }
  EXPECT_TRUE(read_printed("{\"headline\":" + std::string(300000, '['), "a.json")
                  .starts_with("!! skipped a.json: "));
}

// Elements that are never closed come again in each paragraph: kilobytes would become gigabytes.
TEST(Reader, IsNotOvercomeByElementsThatComeAgain) {
  auto page = [](int elements, int paragraphs) {
    std::string html = "<html><body><p>";
    for (int i = 0; i < elements; ++i) html += "<b id=" + std::to_string(i) + ">";
    for (int i = 0; i < paragraphs; ++i) html += "<p>text " + std::to_string(i);
    return html;
  };
  EXPECT_NE(read_printed(page(100, 1000), "a.html").find("P text 999"), std::string::npos);
  const std::string html = page(1000, 3000);
  EXPECT_EQ(read_printed(html, "a.html"),
            "!! skipped a.html: the page stands for too many elements\n");
  std::string json = "{\"headline\":\"Grain\",\"body_html\":\"" + html + "\"}";
  EXPECT_TRUE(read_printed(json, "a.json")
                  .starts_with("!! warning a.json: the page stands for too many elements\n"));
}

std::string sample(const std::string& name) {
  std::ifstream file(std::string(QUOTARY_SOURCE_DIR) + "/tests/corpus/reader/samples/" + name,
                     std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  return all.str();
}

TEST(Archive, MayNotExpandWithoutLimit) {
  ReaderOptions options;
  options.limits.expanded_bytes = 50;
  EXPECT_NE(read_printed(sample("dated.txt.zst"), "a.zst", options).find("expands to more than"),
            std::string::npos);
  options = {};
  options.limits.free_expansion_bytes = 0;
  options.limits.expansion_factor = 1;
  EXPECT_NE(read_printed(sample("news.tar.gz"), "a.tar.gz", options).find("expands to more than"),
            std::string::npos);
  options = {};
  options.limits.archive_members = 2;
  EXPECT_NE(read_printed(sample("news.tar.gz"), "a.tar.gz", options).find("more than 2 files"),
            std::string::npos);
  options = {};
  options.limits.archive_depth = 0;
  EXPECT_NE(read_printed(sample("news.zip"), "a.zip", options).find("more than 0 deep"),
            std::string::npos);
}

// Every sample with bytes changed, left out, or cut off: reading ends, and no exception comes out.
TEST(Reader, StandsDamagedFiles) {
  uint32_t state = 5;
  auto random = [&](size_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<size_t>(state >> 8) % below;
  };
  for (const char* name :
       {"news.tar.gz", "news.zip", "dated.txt.zst", "ninjs.jsonl.xz", "ninjs.jsonl", "page.html",
        "nitf.xml", "newsml.xml", "reuters.sgm", "gigaword.sgml", "crawl.warc", "page.json"}) {
    std::string whole = sample(name);
    ASSERT_FALSE(whole.empty()) << name;
    for (int round = 0; round < 200; ++round) {
      std::string damaged = whole;
      for (size_t i = 0; i <= random(4); ++i)
        damaged[random(damaged.size())] = static_cast<char>(random(256));
      if (round % 3 == 0) damaged.resize(random(damaged.size()));
      if (round % 5 == 0 && !damaged.empty()) damaged.erase(random(damaged.size()), random(20));
      read_printed(damaged, name);
    }
  }
}

TEST(Formats, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const SourceFormat& format : source_formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_EQ(find_source_format(format.name), &format);
    EXPECT_FALSE(format.description.empty());
  }
  EXPECT_EQ(find_source_format("nothing"), nullptr);
}

// Whatever the bytes are, reading ends, and no exception comes out.
TEST(Reader, StandsAnyBytes) {
  constexpr std::string_view pieces[] = {"<REUTERS NEWID=\"1\">",
                                         "<DOC>",
                                         "<TEXT>",
                                         "</DOC>",
                                         "{\"",
                                         "headline\":",
                                         "[",
                                         "]}",
                                         "<html>",
                                         "<p>",
                                         "<?xml?>",
                                         "<nitf>",
                                         "WARC/1.0\r\n",
                                         "\r\n\r\n",
                                         "\n",
                                         "Content-Length: 99\r\n",
                                         "\x1F\x8B",
                                         "PK\x03\x04",
                                         "\xFF",
                                         "date 2024-10-23",
                                         "&#1;",
                                         "&amp",
                                         "KAZAN (AP) — "};
  uint32_t state = 3;
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    for (int i = 0; i < 10; ++i) {
      state = state * 1664525 + 1013904223;
      bytes += pieces[(state >> 16) % std::size(pieces)];
    }
    read_printed(bytes, round % 2 ? "a.txt" : "a.json");
  }
}

}  // namespace
}  // namespace quotary
