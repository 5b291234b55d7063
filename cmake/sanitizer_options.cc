// Linked into every program that is built with sanitizers: what they are not to report.

// Xapian::Database::check deletes objects of its own under another size than they were made with.
extern "C" const char* __asan_default_options();
extern "C" const char* __asan_default_options() { return "new_delete_type_mismatch=0"; }
