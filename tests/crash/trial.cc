#include "tests/crash/trial.h"

#include <fmt/format.h>
#include <xapian.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <stdexcept>

#include "common/store/index_reader.h"
#include "common/store/schema.h"
#include "indexer/index/index_check.h"

namespace quotary {
namespace {

std::string article_text(size_t number, size_t version) {
  return fmt::format(
      " date 2024-03-{:02} Harbour {} reopens\n\nKELDA, Merovia, March {} (MPA) - Mayor Ida Holm "
      "said "
      "that harbour number {} would reopen in its version {}.\n\nTom Brandt denied that it had "
      "been "
      "closed. \"Nobody was hurt,\" he told reporters.\n",
      number % 28 + 1, number, number % 28 + 1, number, version);
}

// The terms of all documents, with their positions.
std::map<Xapian::docid, std::string> terms_of_documents(const Xapian::Database& database) {
  std::map<Xapian::docid, std::string> out;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    if ((*term).starts_with(prefix::file_version)) continue;
    for (auto post = database.postlist_begin(*term); post != database.postlist_end(*term); ++post) {
      std::string& content = out[*post];
      content += *term;
      for (auto at = post.positionlist_begin(); at != post.positionlist_end(); ++at)
        content += fmt::format(" {}", *at);
      content += '\n';
    }
  }
  return out;
}

std::string content_of_document(const Xapian::Document& document, std::string terms) {
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot)
    terms += fmt::format("{}={}\n", slot, document.get_value(slot));
  return terms + document.get_data();
}

}  // namespace

std::string content_of_index(const std::filesystem::path& index) {
  IndexReader reader(index);
  if (reader.segments().empty()) return "empty";
  Xapian::Enquire enquire(reader.database());
  enquire.set_query(reader.live(Xapian::Query(std::string(kArticleTerm))));
  std::set<std::string> articles;
  auto terms = terms_of_documents(reader.database());
  auto content_of = [&](Xapian::docid document) {
    return content_of_document(reader.database().get_document(document), terms[document]);
  };
  for (Xapian::docid document : [&] {
         std::vector<Xapian::docid> all;
         Xapian::MSet found = enquire.get_mset(0, reader.database().get_doccount());
         for (auto at = found.begin(); at != found.end(); ++at) all.push_back(*at);
         return all;
       }()) {
    ArticleRecord record = reader.article(document);
    std::string content = record.key + '\n' + content_of(document);
    auto statements = reader.statements_of(document, record);
    if (statements.size() != record.statements) throw std::logic_error("a half-seen article");
    for (Xapian::docid statement : statements)
      content += content_of(statement);
    articles.insert(content);
  }
  std::string out;
  for (const std::string& article : articles) out += article + "\n====\n";
  return out;
}

std::string problems_of_index(const std::filesystem::path& index) {
  std::string out;
  for (const std::string& problem : check_index(index).problems) out += problem + "; ";
  return out;
}

size_t from_environment(const char* name, size_t otherwise) {
  const char* text = std::getenv(name);
  return text ? std::strtoul(text, nullptr, 10) : otherwise;
}

Trial::Trial(const TestFolder& folder, size_t files)
    : folder_(folder.path()), news_(folder / "news"), index_(folder / "index"), files_(files) {
  for (size_t step = 0; step < kSteps; ++step) {
    write_news(step);
    save(step);
    before_[step] = content();
    auto begin = std::chrono::steady_clock::now();
    Outcome outcome = run_program("quotary-index", arguments(step));
    milliseconds_[step] =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    if (outcome.exit != 0) throw std::runtime_error(name(step) + ": " + outcome.errors);
    after_[step] = content();
    allowed_[step] = {before_[step], after_[step]};
  }
}

std::string Trial::name(size_t step) {
  constexpr const char* names[kSteps] = {"build", "update", "prune", "compact"};
  return names[step];
}

std::vector<std::string> Trial::arguments(size_t step) const {
  std::vector<std::string> arguments = {"-q", "-j", "1", "-i", index_.string()};
  if (step == 2) arguments.emplace_back("--prune");
  if (step == 3) arguments.emplace_back("--compact");
  arguments.push_back(news_.string());
  return arguments;
}

// Files of 0, 1, 2 modulo 3: unchanged; changed by the update; gone before the prune.
void Trial::write_news(size_t step) {
  const size_t all = files_ + files_ / 4 + 1;
  for (size_t i = 0; i < all; ++i) {
    std::filesystem::path file = news_ / fmt::format("{}/{}.txt", i % 10, i);
    if ((step == 0 && i >= files_) || (step >= 2 && i % 3 == 2)) {
      std::filesystem::remove(file);
      continue;
    }
    std::string text = article_text(i, step >= 1 && i % 3 == 1 ? 2 : 1);
    std::filesystem::create_directories(file.parent_path());
    std::ifstream old(file, std::ios::binary);
    std::string now{std::istreambuf_iterator<char>(old), {}};
    if (now != text) std::ofstream(file, std::ios::binary) << text;
  }
}

void Trial::save(size_t step) const {
  std::filesystem::path copy = folder_ / fmt::format("before-{}", step);
  std::filesystem::remove_all(copy);
  if (std::filesystem::exists(index_))
    std::filesystem::copy(index_, copy, std::filesystem::copy_options::recursive);
}

void Trial::prepare(size_t step) {
  write_news(step);
  std::filesystem::remove_all(index_);
  std::filesystem::path copy = folder_ / fmt::format("before-{}", step);
  if (std::filesystem::exists(copy))
    std::filesystem::copy(copy, index_, std::filesystem::copy_options::recursive);
}

std::string Trial::content() const {
  if (!std::filesystem::exists(index_ / "manifest")) return "";
  try {
    return content_of_index(index_);
  } catch (const Xapian::Error& error) {
    return "unreadable: " + error.get_description();
  } catch (const std::exception& error) {
    return std::string("unreadable: ") + error.what();
  }
}

}  // namespace quotary
