#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// One file to index, as a walk over a source found it.
struct SourceFile {
  std::filesystem::path path;  // to open it
  std::string relative;        // as found under its source, with '/': "2024/10/summit.txt"
  uint64_t size = 0;
  int64_t modified = 0;  // nanoseconds since 1970
};

// What a walk meets that is no file to index. Told, never thrown: the walk goes on.
struct SourceProblem {
  std::string path;
  std::string reason;
  bool skipped = true;  // false: a warning, nothing was lost
  // Of a walk: where it is under the source, "2024/10"; "" for a source's own. What lies there was
  // not seen, which is not to say that it has gone.
  std::string relative = {};
};

// Finds the files of one source, one after the other, in the order of their paths: a file or a
// folder named on the command line.
//
//   - A file is itself, whatever its name. "-" is standard input.
//   - A folder is walked. Names that begin with a dot, README files, and statements.jsonl (gold
//     beside a corpus) are left out in silence.
//     Links to files are followed; links to folders are not (told as a warning): no loop, and
//     nothing from outside of the source.
//   - Pipes, sockets and devices are told as skipped.
//
// Memory: the names of the folders on the way down, nothing of what has been visited.
class SourceWalk {
 public:
  using ReportProblem = std::function<void(const SourceProblem&)>;

  // Throws Error{input} where the source does not exist or cannot be read at all.
  SourceWalk(const std::filesystem::path& source, ReportProblem report);

  // The next file; nullopt at the end.
  std::optional<SourceFile> next();

 private:
  struct Level {
    std::filesystem::path folder;
    std::string relative;            // "" or "2024/10/"
    std::vector<std::string> names;  // to visit, the next one last
  };

  void enter(const std::filesystem::path& folder, std::string relative);
  std::optional<SourceFile> visit(const std::filesystem::path& path, std::string relative,
                                  bool named);

  ReportProblem report_;
  std::vector<Level> levels_;
  std::optional<SourceFile> single_;
};

}  // namespace quotary
