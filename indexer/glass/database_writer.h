#pragma once

#include <filesystem>
#include <optional>

#include "indexer/glass/document_tables.h"
#include "indexer/glass/position_table.h"
#include "indexer/glass/postlist_table.h"
#include "indexer/glass/version_file.h"

namespace quotary::glass {

// A new glass database as a whole. It is written in a private folder beside its place, FOLDER.part,
// and moved to FOLDER by publish(), in one step and after all of it is on the disk: whoever finds
// FOLDER finds a finished database, whatever was interrupted. What a killed build leaves behind,
// FOLDER.part, is removed by the next one; an abandoned writer removes it itself.
// The tables are independent of each other and may be filled by one thread each.
class DatabaseWriter {
 public:
  // `sync` false: publish() does not wait for the disk. For tests, and where a lost database can
  // be made again. `termlists` false: without the table of them (Xapian's DB_NO_TERMLIST).
  explicit DatabaseWriter(const std::filesystem::path& folder, bool sync = true,
                          bool termlists = true);
  DatabaseWriter(const DatabaseWriter&) = delete;
  DatabaseWriter& operator=(const DatabaseWriter&) = delete;
  ~DatabaseWriter();

  PostlistTable& postlist() { return tables_->postlist; }
  PositionTable& positions() { return tables_->positions; }
  DocumentTables& documents() { return tables_->documents; }

  // Call once, when all tables are full. Throws quotary::Error if FOLDER exists and is not empty.
  void publish(const DatabaseStatistics& statistics);

 private:
  struct Tables {
    Tables(const std::filesystem::path& folder, bool termlists)
        : postlist(folder), positions(folder), documents(folder, termlists) {}
    PostlistTable postlist;
    PositionTable positions;
    DocumentTables documents;
  };

  void write_version_file(const std::string& contents);

  std::filesystem::path folder_;
  std::filesystem::path private_folder_;
  bool sync_;
  std::optional<Tables> tables_;
};

}  // namespace quotary::glass
