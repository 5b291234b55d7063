#include "common/store/manifest.h"

#include <gtest/gtest.h>

#include <fstream>

#include "common/base/error.h"
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
