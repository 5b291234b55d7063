#include "common/store/manifest.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>

#include "common/base/error.h"
#include "common/store/hash.h"
#include "common/store/schema.h"

namespace quotary {
namespace {

Manifest sample_manifest() {
  Manifest manifest;
  manifest.schema_version = kSchemaVersion;
  manifest.generation = 12;
  manifest.options["language"] = "en";
  manifest.sources = {{"news", "/srv/news"}, {"odd\tname\n100%", "/srv/\x01"}};
  manifest.segments = {{"g3", 10, 12, 90, 40000, "api", {"XFabc.1", "XFdef.2"}, 2, 7},
                       {"g12", 1, 1, 0, 17, "bulk", {}, 0, 0}};
  return manifest;
}

class ManifestFile : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      (std::string("manifest_") + testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST(Manifest, ReadsWhatItWrote) {
  EXPECT_EQ(parse_manifest(format_manifest(sample_manifest()), "m"), sample_manifest());
  EXPECT_EQ(sample_manifest().articles(), 11u);
  EXPECT_EQ(sample_manifest().statements(), 83u);
}

TEST(Manifest, AnyChangedByteIsNoticed) {
  const std::string text = format_manifest(sample_manifest());
  for (size_t i = 0; i < text.size(); ++i) {
    std::string damaged = text;
    damaged[i] = static_cast<char>(damaged[i] ^ 4);
    EXPECT_THROW(parse_manifest(damaged, "m"), Error) << i;
    EXPECT_THROW(parse_manifest(text.substr(0, i), "m"), Error) << i;
  }
}

// What has the right checksum by chance, or on purpose, is still not trusted.
TEST(Manifest, WrongLinesUnderARightChecksumAreRefused) {
  const std::string text = format_manifest(sample_manifest());
  const std::string first = text.substr(0, text.find('\n') + 1);
  const auto refusal = [&](const std::string& lines) -> std::string {
    const std::string body = first + lines;
    try {
      parse_manifest(fmt::format("{}checksum\t{:016x}\n", body, stable_hash(body)), "m");
    } catch (const Error& error) {
      EXPECT_FALSE(error.hint().empty());
      return error.what();
    }
    return "none";
  };
  struct Case {
    const char *lines, *expected;
  };
  const Case cases[] = {
      {"schema\t7\ngeneration\t12\n", "none"},
      {"a word of a later version\tx\n", "none"},
      {"schema\tx\n", "m: a wrong number"},
      {"schema\t\n", "m: a wrong number"},
      {"schema\t-1\n", "m: a wrong number"},
      {"schema\t99999999999999999999\n", "m: a wrong number"},
      {"schema\n", "m: a line of a wrong length"},
      {"generation\t1\t2\n", "m: a line of a wrong length"},
      {"option\tlanguage\n", "m: a line of a wrong length"},
      {"source\tnews\n", "m: a line of a wrong length"},
      {"source\tnews\t%4\n", "m: a wrong escape"},
      {"source\tnews\t%zz/x\n", "m: a wrong escape"},
      {"superseded\tXF1\n", "m: superseded files of no segment"},
      {"segment\tg1\t1\t1\t2\t9\tapi\t0\n", "m: a line of a wrong length"},
      {"segment\t\t1\t1\t2\t9\tapi\t0\t0\n", "m: a wrong segment name"},
      {"segment\t..\t1\t1\t2\t9\tapi\t0\t0\n", "m: a wrong segment name"},
      {"segment\t../../etc\t1\t1\t2\t9\tapi\t0\t0\n", "m: a wrong segment name"},
      {"segment\ta/b\t1\t1\t2\t9\tapi\t0\t0\n", "m: a wrong segment name"},
      {"segment\tg1\t1\t1\t2\t9\tapi\t2\t0\n", "m: more superseded than there is"},
      {"segment\tg1\t1\t1\t2\t9\tapi\t0\t3\n", "m: more superseded than there is"},
  };
  for (const Case& c : cases) EXPECT_EQ(refusal(c.lines), c.expected) << c.lines;
}

TEST_F(ManifestFile, AbsentIsNoError) {
  EXPECT_EQ(load_manifest(folder_), std::nullopt);
  EXPECT_EQ(load_manifest(folder_ / "nowhere"), std::nullopt);
}

TEST_F(ManifestFile, IsReplacedWhole) {
  save_manifest(folder_, sample_manifest());
  Manifest next = sample_manifest();
  next.generation = 13;
  next.segments.clear();
  save_manifest(folder_, next);
  EXPECT_EQ(load_manifest(folder_), next);
  EXPECT_FALSE(std::filesystem::exists(folder_ / "manifest.new"));
}

TEST_F(ManifestFile, AnotherSchemaVersionSaysWhatToDo) {
  Manifest later = sample_manifest();
  later.schema_version = kSchemaVersion + 1;
  save_manifest(folder_, later);
  try {
    load_manifest(folder_);
    FAIL() << "read an index of a later schema";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::index);
    EXPECT_NE(std::string(error.what()).find("schema version"), std::string::npos);
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST_F(ManifestFile, AFileIsNoIndex) {
  std::ofstream(folder_ / "file") << "x";
  EXPECT_THROW(load_manifest(folder_ / "file"), Error);
}

}  // namespace
}  // namespace quotary
