#include "bench/ingest/builders.h"

#include <fmt/format.h>

#include <fstream>

#include "bench/measure/child_process.h"
#include "common/base/error.h"

namespace quotary::bench {
namespace {

namespace fs = std::filesystem;

double size_of(const fs::path& folder) {
  double bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
  }
  return bytes;
}

Builder omindex(const fs::path& source) {
  return {"omindex", [source](const fs::path& out) {
            return std::vector<std::string>{
                "omindex", "--db", out / "db", "--url", "/", "--mime-type=txt:text/plain", source};
          }};
}

// Recoll takes what to index from a configuration folder, and keeps its database there.
Builder recoll(const fs::path& source) {
  return {"recollindex", [source](const fs::path& out) {
            std::ofstream(out / "recoll.conf")
                << "topdirs = \"" << fs::absolute(source).string() << "\"\nloglevel = 1\n";
            return std::vector<std::string>{"recollindex", "-c", out};
          }};
}

// A literal of SQL.
std::string quoted(const std::string& text) {
  std::string sql = "'";
  for (const char c : text) sql += c == '\'' ? std::string("''") : std::string(1, c);
  return sql + "'";
}

Builder sqlite(const fs::path& source) {
  return {"SQLite FTS5", [source](const fs::path& out) {
            return std::vector<std::string>{
                "sqlite3", out / "news.db",
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
                "CREATE VIRTUAL TABLE news USING"
                " fts5(path UNINDEXED, body, tokenize = 'porter unicode61');"
                "INSERT INTO news SELECT name, CAST(data AS TEXT) FROM fsdir(" +
                    quoted(source) + ") WHERE data IS NOT NULL; COMMIT;"};
          }};
}

}  // namespace

Builder raw_builder(const fs::path& self, const fs::path& source) {
  return {"raw", [self, source](const fs::path& out) {
            return std::vector<std::string>{self, "raw-index", source, out / "db"};
          }};
}

Builder quotary_builder(const fs::path& indexer, const fs::path& source, unsigned jobs) {
  return {fmt::format("quotary-index -j {}", jobs),
          [indexer, source, jobs](const fs::path& out) {
            return std::vector<std::string>{
                indexer, "--quiet", "-i", out, "-j", std::to_string(jobs), source};
          },
          true};
}

Peers installed_peers(const fs::path& source) {
  Peers peers;
  const auto add = [&](const char* program, Builder (*builder)(const fs::path&)) {
    if (is_installed(program))
      peers.builders.push_back(builder(source));
    else
      peers.absent.emplace_back(program);
  };
  add("omindex", omindex);
  add("recollindex", recoll);
  add("sqlite3", sqlite);
  return peers;
}

BuildUsage build_index(const Builder& builder, const fs::path& out) {
  fs::remove_all(out);
  fs::create_directories(out);
  return run_again(builder, out);
}

// quotary-index ends with 1 where it skipped files: the index is there.
BuildUsage run_again(const Builder& builder, const fs::path& out) {
  const ChildUsage usage = run_child(builder.command(out));
  if (usage.exit_code > (builder.finds_statements ? 1 : 0))
    throw Error(ErrorKind::index,
                fmt::format("{} ended with {}: {}", builder.name, usage.exit_code, usage.errors));
  return {usage.wall_seconds, usage.cpu_seconds, static_cast<double>(usage.peak_memory),
          size_of(out)};
}

}  // namespace quotary::bench
