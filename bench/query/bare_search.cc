// quotary-bench-bare TERM DATABASE...: the least that a program can do to search. It opens Xapian
// databases, looks one term up, counts exactly, and reads the data of ten documents. What
// quotary-query needs from start to end is compared with it.

#include <xapian.h>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  try {
    Xapian::Database database;
    for (int i = 2; i < argc; ++i) database.add_database(Xapian::Database(argv[i]));
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(argv[1]));
    const Xapian::MSet found = enquire.get_mset(0, 10, database.get_doccount());
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      std::printf("%zu\n", hit.get_document().get_data().size());
    return found.empty() ? 1 : 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "quotary-bench-bare: %s\n", error.get_msg().c_str());
    return 2;
  }
}
