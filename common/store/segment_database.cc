#include "common/store/segment_database.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/store/index_reader.h"

namespace quotary {
namespace {

// Documents that are looked at: one has data, unless a test wrote it.
constexpr int kProbes = 100;

bool is_there(const std::filesystem::path& folder, const char* table) {
  return std::filesystem::exists(folder / (std::string(table) + ".glass"));
}

[[noreturn]] void throw_unopened(const std::filesystem::path& folder, const char* table) {
  throw Error(
      ErrorKind::index,
      fmt::format("{}: its table {} cannot be opened, or is damaged", folder.string(), table),
      "try again; if it stays, quotary-index --check tells what is damaged (the limit of "
      "open files, ulimit -n, may be too low)");
}

template <typename HasPart>
bool any_document(const Xapian::Database& database, HasPart has_part) {
  int probes = 0;
  for (auto at = database.postlist_begin(""); at != database.postlist_end("") && probes < kProbes;
       ++at, ++probes)
    if (has_part(*at)) return true;
  return probes == 0;  // an empty one lacks nothing
}

void expect_all_tables(const Xapian::Database& database, const std::filesystem::path& folder) {
  if (is_there(folder, "position") && !database.has_positions()) throw_unopened(folder, "position");
  auto has_data = [&](Xapian::docid document) {
    return !database.get_document(document).get_data().empty();
  };
  if (is_there(folder, "docdata") && !any_document(database, has_data))
    throw_unopened(folder, "docdata");
}

}  // namespace

Xapian::Database open_segment_database(const std::filesystem::path& folder) {
  return with_index_errors(folder, [&] {
    Xapian::Database database(folder.string(), Xapian::DB_BACKEND_GLASS);
    expect_all_tables(database, folder);
    return database;
  });
}

}  // namespace quotary
