#include "indexer/extract/tagger/model.h"

#include <zlib.h>

#include "common/base/error.h"
#include "corpus/article/article_parser.h"
#include "indexer/extract/extractor.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/text_promises.h"

namespace quotary::fuzz {
namespace {

constexpr const char* kText =
    " date 2024-03-05 Harbour opens\n\nKELDA, Merovia, March 5 (MPA) - Mayor Ida Holm said the "
    "harbour would open on Friday, adding that \"nobody was hurt\".\n\nTom Brandt, the owner of "
    "the ferry, denied that it had been late. \"We were on time,\" he told reporters.\n";

std::string with_checksum(std::string_view body) {
  std::string bytes(body);
  auto sum =
      static_cast<uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(body.data()), body.size()));
  for (int i = 0; i < 4; ++i) bytes += static_cast<char>(sum >> (8 * i));
  return bytes;
}

// What is taken for a model is one: it is written as it was read, and the tagger can use it.
void check_model(std::string_view bytes) {
  TaggerModel model;
  try {
    model = read_model(bytes, "fuzzed");
  } catch (const Error& error) {
    promise(error.kind() == ErrorKind::input && !error.hint().empty(), "an error with a hint");
    return;
  }
  promise(write_model(model) == bytes, "a model is written as it was read");
  static const Article article = parse_article(kText, "a.txt");
  for (const Statement& statement : extract_statements(article, &model))
    check_statement(statement, article.text);
}

}  // namespace

void run_model(std::string_view bytes) {
  check_model(bytes);
  check_model(with_checksum(bytes));
}

std::vector<std::string> model_seeds() {
  TaggerModel model;
  model.gate_bits = 3;
  model.role_bits = 4;
  model.step_bits = 2;
  model.cue_forms = FormSet(6);
  model.known_forms = FormSet(6);
  model.gate.assign(8, 1000);
  model.roles.assign(16, {1, 20, 30, 100});
  model.steps.resize(4);
  for (uint64_t& word : model.cue_forms.words()) word = ~uint64_t{0};
  std::string bytes = write_model(model);
  return {bytes, bytes.substr(0, bytes.size() - 4)};
}

}  // namespace quotary::fuzz
