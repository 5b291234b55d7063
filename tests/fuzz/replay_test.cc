// Every fuzz target over its seeds and over the inputs that once broke something: without
// libFuzzer, in the ordinary suite.
#include <gtest/gtest.h>

#include "tests/fuzz/target.h"

namespace quotary::fuzz {
namespace {

class FuzzTarget : public testing::TestWithParam<const Target*> {};

void run(const Target& target, const std::string& bytes, const std::string& what) {
  try {
    target.run(bytes);
  } catch (const std::exception& error) {
    ADD_FAILURE() << target.name << " over " << what << ": " << error.what() << "\n"
                  << testing::PrintToString(bytes.substr(0, 1000));
  }
}

// A seed, cut off at some places, and with a byte changed here and there.
void run_with_variants(const Target& target, const std::string& bytes, const std::string& what) {
  run(target, bytes, what);
  for (size_t part = 0; part < 4; ++part)
    run(target, bytes.substr(0, bytes.size() * part / 4), what);
  for (size_t at = 0; at < bytes.size(); at += bytes.size() / 7 + 1) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x81);
    run(target, changed, what);
  }
}

TEST_P(FuzzTarget, KeepsItsPromisesOverSeedsAndFoundCases) {
  const Target& target = *GetParam();
  size_t inputs = 0;
  if (!target.seed_folder.empty())
    for (const std::string& file : files_in(std::string(target.seed_folder))) {
      run_with_variants(target, content_of(file), file);
      ++inputs;
    }
  if (target.made_seeds)
    for (const std::string& seed : target.made_seeds()) {
      run_with_variants(target, seed, "seed " + std::to_string(inputs));
      ++inputs;
    }
  EXPECT_GT(inputs, 0u);
  for (const std::string& file : files_in("tests/fuzz/cases/" + std::string(target.name)))
    run(target, content_of(file), file);
}

std::vector<const Target*> all_targets() {
  std::vector<const Target*> all;
  for (const Target& target : targets()) all.push_back(&target);
  return all;
}

std::string test_name(const testing::TestParamInfo<const Target*>& info) {
  std::string name(info.param->name);
  for (char& c : name)
    if (c == '-') c = '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(All, FuzzTarget, testing::ValuesIn(all_targets()), test_name);

}  // namespace
}  // namespace quotary::fuzz
