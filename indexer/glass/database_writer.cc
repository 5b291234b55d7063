#include "indexer/glass/database_writer.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "indexer/glass/output_file.h"

namespace quotary::glass {
namespace {

std::filesystem::path without_trailing_slash(const std::filesystem::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

void make_empty_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  if (!error) std::filesystem::create_directories(folder, error);
  if (!error) return;
  errno = error.value();
  throw_io_error("create", folder);
}

}  // namespace

DatabaseWriter::DatabaseWriter(const std::filesystem::path& folder, bool sync, bool termlists)
    : folder_(without_trailing_slash(folder)),
      private_folder_(folder_.string() + ".part"),
      sync_(sync) {
  make_empty_folder(private_folder_);
  tables_.emplace(private_folder_, termlists);
}

DatabaseWriter::~DatabaseWriter() {
  tables_.reset();
  std::error_code ignored;  // after publish() there is nothing to remove
  std::filesystem::remove_all(private_folder_, ignored);
}

void DatabaseWriter::publish(const DatabaseStatistics& statistics) {
  const TableRoot postlist = tables_->postlist.finish(sync_);
  const TableRoot docdata = tables_->documents.finish_data(sync_);
  const TableRoot termlist = tables_->documents.finish_termlist(sync_);
  const TableRoot positions = tables_->positions.finish(sync_);
  write_version_file(
      version_file(random_uuid(), postlist, docdata, termlist, positions, statistics));
  if (sync_) sync_folder(private_folder_);
  if (std::rename(private_folder_.c_str(), folder_.c_str()) != 0) throw_io_error("create", folder_);
  if (sync_) sync_folder(std::filesystem::absolute(folder_).parent_path());
}

void DatabaseWriter::write_version_file(const std::string& contents) {
  OutputFile file(private_folder_ / "iamglass");
  file.write(contents);
  if (sync_) file.sync();
  file.close();
}

}  // namespace quotary::glass
