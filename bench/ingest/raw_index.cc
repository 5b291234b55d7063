#include "bench/ingest/raw_index.h"

#include <xapian.h>

#include <fstream>
#include <iterator>
#include <string>

#include "indexer/index/source_files.h"

namespace quotary::bench {
namespace {

std::string content_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void build_raw_index(const std::filesystem::path& source, const std::filesystem::path& out) {
  Xapian::WritableDatabase database(out.string(), Xapian::DB_CREATE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  SourceWalk walk(source, [](const SourceProblem&) {});
  while (const auto file = walk.next()) {
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(content_of(file->path));
    document.set_data(file->relative);
    database.add_document(document);
  }
  database.commit();
}

}  // namespace quotary::bench
