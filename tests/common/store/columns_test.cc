#include "common/store/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "common/base/error.h"
#include "common/store/terms.h"

namespace quotary {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Columns : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    Xapian::WritableDatabase database(folder_.string(),
                                      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    add(database, {"Ann Lorne"}, "20240105");
    add(database, {}, "");
    add(database, {"Bo Fisk", "Ann Lorne"}, "20240105");
    add(database, {std::string("nul\0inside", 10)}, "");
    database.commit();
  }
  void TearDown() override { fs::remove_all(folder_); }

  static void add(Xapian::WritableDatabase& database, const std::vector<std::string>& speakers,
                  const std::string& day) {
    Xapian::Document document;
    document.add_boolean_term(std::string(kStatementTerm));
    if (!speakers.empty())
      document.add_value(static_cast<Xapian::valueno>(Slot::speaker), pack_values(speakers));
    if (!day.empty()) document.add_value(static_cast<Xapian::valueno>(Slot::when), day);
    database.add_document(document);
  }

  static std::vector<std::string> values(const Column& column, uint32_t document) {
    std::vector<std::string> values;
    for (const uint32_t number : column.of(document))
      if (number < column.values()) values.emplace_back(column.value(number));
    return values;
  }

  std::string bytes() const {
    std::ifstream in(folder_ / "columns", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const {
    std::ofstream(folder_ / "columns", std::ios::binary) << bytes;
  }

  // Tests run side by side.
  fs::path folder_ = fs::path(testing::TempDir()) /
                     (std::string("quotary_columns_") +
                      testing::UnitTest::GetInstance()->current_test_info()->name());
};

TEST_F(Columns, HoldTheValuesOfEachDocument) {
  EXPECT_EQ(SegmentColumns::open(folder_), nullptr) << "before they are written";
  write_columns(folder_);
  const auto columns = SegmentColumns::open(folder_);
  ASSERT_TRUE(columns);
  const Column* speakers = columns->find(Slot::speaker);
  ASSERT_TRUE(speakers);
  EXPECT_EQ(speakers->documents(), 4u);
  EXPECT_EQ(speakers->values(), 3u);
  EXPECT_THAT(values(*speakers, 1), ElementsAre("Ann Lorne"));
  EXPECT_THAT(values(*speakers, 2), IsEmpty());
  EXPECT_THAT(values(*speakers, 3), ElementsAre("Bo Fisk", "Ann Lorne"));
  EXPECT_THAT(values(*speakers, 4), ElementsAre(std::string("nul\0inside", 10)));
  EXPECT_THAT(values(*speakers, 0), IsEmpty());
  EXPECT_THAT(values(*speakers, 5), IsEmpty());
  const Column* days = columns->find(Slot::when);
  ASSERT_TRUE(days);
  EXPECT_EQ(days->values(), 1u);
  EXPECT_THAT(values(*days, 3), ElementsAre("20240105"));
  EXPECT_EQ(columns->find(Slot::none), nullptr);
}

TEST_F(Columns, AnEmptyDatabaseHasEmptyColumns) {
  fs::remove_all(folder_);
  Xapian::WritableDatabase(folder_.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS).commit();
  write_columns(folder_);
  EXPECT_EQ(SegmentColumns::open(folder_)->find(Slot::speaker)->documents(), 0u);
}

// Cut short anywhere, or with any bytes changed: an error, or values within bounds; never a crash.
TEST_F(Columns, DamageIsToldOrHarmless) {
  write_columns(folder_);
  const std::string good = bytes();
  const auto read_all = [&] {
    try {
      const auto columns = SegmentColumns::open(folder_);
      for (const Slot slot : {Slot::speaker, Slot::when, Slot::article}) {
        const Column* column = columns->find(slot);
        for (uint32_t d = 0; column && d < 6; ++d) values(*column, d);
      }
      return true;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::index);
      return false;
    }
  };
  for (size_t size = 0; size < good.size(); size += 3) {
    write(good.substr(0, size));
    EXPECT_FALSE(read_all()) << size;
  }
  std::mt19937 random(1);
  size_t told = 0;
  for (int i = 0; i < 500; ++i) {
    std::string bad = good;
    for (int n = 0; n < 4; ++n) bad[random() % bad.size()] = static_cast<char>(random());
    write(bad);
    told += !read_all();
  }
  EXPECT_GT(told, 50u);
}

TEST_F(Columns, WhatCannotBeOpenedOrWrittenIsNamed) {
  const auto error_of = [&](const auto& work) -> std::string {
    try {
      work();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::index);
      return error.what();
    }
    return "none";
  };
  const auto open = [&] { SegmentColumns::open(folder_); };
  fs::create_symlink("columns", folder_ / "columns");
  EXPECT_THAT(error_of(open), HasSubstr("cannot open"));
  EXPECT_THAT(error_of([&] { write_columns(folder_); }), HasSubstr("cannot write"));
  fs::remove(folder_ / "columns");
  fs::create_directory(folder_ / "columns");
  EXPECT_THAT(error_of(open), HasSubstr("cannot read"));
  fs::remove(folder_ / "columns");
  fs::create_symlink("/dev/full", folder_ / "columns");
  EXPECT_THAT(error_of([&] { write_columns(folder_); }), HasSubstr("cannot write"));
  fs::remove(folder_ / "columns");
  fs::remove(folder_ / "postlist.glass");
  EXPECT_THAT(error_of([&] { write_columns(folder_); }), HasSubstr("postlist"));
}

}  // namespace
}  // namespace quotary
