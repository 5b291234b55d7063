#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quotary::fuzz {

// A part of the program that takes bytes from outside, as a function of those bytes. It checks what
// the part promises whatever the bytes are, and throws Broken where a promise is broken; whatever
// else it throws, and whatever a sanitizer sees, is a defect as well.
//
// libFuzzer runs each target for as long as it is told to (scripts/fuzz.sh); the ordinary tests run
// each once over its seeds and over tests/fuzz/cases/NAME, the inputs that once broke something.
struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
  // What to start from: files of a folder of the tree, and texts that are made, so that binary
  // seeds follow every change of their format. Either may be absent.
  std::string_view seed_folder;
  std::vector<std::string> (*made_seeds)();
};

std::span<const Target> targets();

// nullptr where there is none of that name.
const Target* find_target(std::string_view name);

// The files of a folder of the tree, in the order of their paths; none where it is absent.
std::vector<std::string> files_in(const std::string& folder);
std::string content_of(const std::string& file);

struct Broken : std::logic_error {
  using std::logic_error::logic_error;
};

inline void promise(bool kept, const char* what) {
  if (!kept) throw Broken(what);
}

// The targets, each in the file of its part.
void run_article(std::string_view bytes);              // articles.cc
void run_extraction_by_rules(std::string_view bytes);  // articles.cc
void run_extraction_by_model(std::string_view bytes);  // articles.cc
void run_model(std::string_view bytes);                // model.cc
void run_query(std::string_view bytes);                // queries.cc
void run_question(std::string_view bytes);             // queries.cc
void run_record(std::string_view bytes);               // stored.cc
void run_manifest(std::string_view bytes);             // stored.cc
void run_file_table(std::string_view bytes);           // stored.cc
void run_names(std::string_view bytes);                // stored.cc

std::vector<std::string> model_seeds();
std::vector<std::string> query_seeds();
std::vector<std::string> record_seeds();
std::vector<std::string> manifest_seeds();
std::vector<std::string> file_table_seeds();
std::vector<std::string> names_seeds();

// All that comes out of a source in this format keeps what Article promises.
void read_as(std::string_view format, std::string_view bytes);  // readers.cc

}  // namespace quotary::fuzz
