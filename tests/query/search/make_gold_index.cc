// make_gold_index FOLDER GOLD INDEX: for tests of the program.
#include <cstdio>
#include <exception>

#include "tests/query/search/gold_index.h"

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    quotary::build_gold_index(argv[1], argv[2], argv[3]);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
