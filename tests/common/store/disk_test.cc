// What the store says where the system refuses something. That nothing is lost by it is tried by
// tests/crash/fault_test.cc.
#include "common/store/disk.h"

#include <fcntl.h>
#include <gmock/gmock.h>

#include <cerrno>
#include <functional>

#include "common/base/error.h"
#include "common/store/checksums.h"
#include "tests/indexer/index/folder.h"

namespace quotary {
namespace {

using testing::HasSubstr;

// "message | hint" of the error; empty where there is none.
std::string error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::index);
    return std::string(error.what()) + " | " + error.hint();
  }
  return {};
}

TEST(Disk, SaysWhatFailedAndWhatToDo) {
  struct Case {
    int error_number;
    const char* hint;
  };
  const Case cases[] = {{EACCES, "permissions"},        {EPERM, "permissions"},
                        {ENOSPC, "the disk is full"},   {EDQUOT, "the disk is full"},
                        {EROFS, "can only be read"},    {EMFILE, "ulimit -n"},
                        {EIO, "cannot write /x: Input"}};
  for (const Case& c : cases)
    EXPECT_THAT(error_of([&] { throw_disk_error("cannot write", "/x", c.error_number); }),
                HasSubstr(c.hint));
}

TEST(Disk, RefusalsAreNamed) {
  TestFolder folder;
  const std::filesystem::path file = folder.write("file", "x");
  const std::filesystem::path full = folder.write("full/x", "x").parent_path();
  std::filesystem::create_symlink("loop", folder / "loop");
  // Devices stand for a disk that is full, and for one that cannot be made to write now.
  std::filesystem::create_symlink("/dev/full", folder / "on-full.new");
  std::filesystem::create_symlink("/dev/null", folder / "on-null.new");
  const auto segment_with = [&](const std::string& name) {
    folder.write(name + "/checksums", "none");
    return folder / name;
  };
  const std::filesystem::path has_folder = segment_with("has-folder");
  folder.write("has-folder/below/x", "x");
  const std::filesystem::path has_loop = segment_with("has-loop");
  std::filesystem::create_symlink("loop", has_loop / "loop");
  struct Case {
    std::function<void()> work;
    const char* message;
  };
  const Case cases[] = {
      {[&] { read_whole_file(full); }, "cannot read"},
      {[&] { read_whole_file(folder / "loop"); }, "cannot open"},
      {[&] { replace_file(folder / "no/such", "x"); }, "cannot open"},
      {[&] { replace_file(full, "x"); }, "cannot rename to"},
      {[&] { rename_synced(folder / "none", folder / "there"); }, "cannot rename to"},
      {[&] { replace_file(folder / "on-full", "x"); }, "cannot write"},
      {[&] { replace_file(folder / "on-null", "x"); }, "cannot sync"},
      {[&] { sync_path(folder / "none"); }, "cannot open"},
      {[&] { sync_path("/dev/null"); }, "cannot sync"},
      {[&] { sync_tree(has_loop); }, "cannot open"},
      {[&] { lock_folder_shared(folder / "loop"); }, "cannot open"},
      {[&] { expect_right_checksums(full); }, "its file checksums is missing"},
      {[&] { expect_right_checksums(segment_with("empty")); }, "a file is missing"},
      {[&] { expect_right_checksums(has_folder); }, "cannot read"},
      {[&] { expect_right_checksums(has_loop); }, "cannot open"},
  };
  for (const Case& c : cases) EXPECT_THAT(error_of(c.work), HasSubstr(c.message));
}

TEST(Disk, WhatIsAbsentIsNoError) {
  TestFolder folder;
  folder.write("file", "x");
  EXPECT_EQ(read_whole_file(folder / "none"), std::nullopt);
  EXPECT_EQ(read_whole_file(folder / "file/below"), std::nullopt);
  EXPECT_FALSE(lock_folder_shared(folder / "none").is_open());
  EXPECT_FALSE(lock_folder_exclusive(folder / "file").is_open());
}

TEST(Disk, AFailedReplacementLeavesTheOld) {
  TestFolder folder;
  folder.write("file", "old");
  std::filesystem::create_directories(folder / "file.new/in-the-way");
  EXPECT_THAT(error_of([&] { replace_file(folder / "file", "new"); }), HasSubstr("cannot open"));
  EXPECT_EQ(read_whole_file(folder / "file"), "old");
}

TEST(Disk, WhoReadsKeepsOutWhoRemoves) {
  TestFolder folder;
  FileHandle reader = lock_folder_shared(folder.path());
  FileHandle other = lock_folder_shared(folder.path());
  EXPECT_TRUE(reader.is_open() && other.is_open());
  EXPECT_FALSE(lock_folder_exclusive(folder.path()).is_open());
  reader.close();
  other = FileHandle();
  EXPECT_TRUE(lock_folder_exclusive(folder.path()).is_open());
}

}  // namespace
}  // namespace quotary
