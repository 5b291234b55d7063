#include "bench/answers/answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "query/language/parser.h"
#include "query/language/topic_aliases.h"
#include "query/search/neighbours.h"
#include "query/search/searcher.h"

namespace quotary::bench {
namespace {

struct Way {
  const char* name;
  bool strict;
  bool aliases;
  bool near;
};

constexpr Way kWays[] = {
    {"strict", true, true, false},
    {"without aliases", false, false, false},
    {"default", false, true, false},
    {"default and --near", false, true, true},
};

Node parsed(const std::string& query) {
  auto tree = parse_query(query, Date());
  if (auto* error = std::get_if<QueryError>(&tree)) {
    throw Error(ErrorKind::input, fmt::format("topic '{}': {}", query, error->message));
  }
  return std::get<Node>(std::move(tree));
}

Node question_of(const AnswerPair& pair, const Way& way, const TopicAliases& aliases) {
  Node tree = all_of({field_node("speaker", phrase_node(pair.speaker)), parsed(pair.topic)});
  std::vector<std::string> found;
  return way.aliases ? aliases.expand(tree, found) : tree;
}

std::vector<Hit> hits_of(const IndexReader& index, const Node& tree, const Way& way) {
  SearchOptions options;
  options.strict = way.strict;
  options.limit = 0;
  Search search(index, tree, options);
  std::vector<Hit> hits;
  while (auto hit = search.next()) hits.push_back(std::move(*hit));
  if (way.near) {
    for (Hit& hit : near_hits(index, tree, options, 0)) hits.push_back(std::move(hit));
  }
  return hits;
}

bool reaches(const Hit& hit, const RelevantPlace& place) {
  if (hit.content.empty() || hit.path != place.path) return false;
  uint32_t begin = hit.content.front().start;
  uint32_t end = hit.content.back().end;
  uint32_t from = std::max(begin, place.start);
  uint32_t to = std::min(end, place.end);
  return to > from && (to - from) * 2 >= std::min(end - begin, place.end - place.start);
}

void add_pair(AnswerScore& score, const AnswerPair& pair, const std::vector<Hit>& hits) {
  uint64_t right = 0;
  uint64_t reached = 0;
  for (const Hit& hit : hits) {
    right += std::any_of(pair.relevant.begin(), pair.relevant.end(),
                         [&](const RelevantPlace& place) { return reaches(hit, place); });
  }
  for (const RelevantPlace& place : pair.relevant) {
    reached +=
        std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) { return reaches(hit, place); });
  }
  AnswerScore one;
  one.found = hits.size(), one.right = right, one.reached = reached,
  one.gold = pair.relevant.size();
  score.found += one.found;
  score.right += one.right;
  score.reached += one.reached;
  score.gold += one.gold;
  score.mean_f1 += one.f1();
  score.unanswered += right == 0;
}

void check_corpus(const IndexReader& index, const std::vector<AnswerPair>& pairs) {
  for (const AnswerPair& pair : pairs) {
    Node paths = field_node("path", phrase_node(pair.relevant.front().path));
    SearchOptions options;
    options.limit = 1;
    if (Search(index, paths, options).head().total > 0) return;
  }
  throw Error(ErrorKind::usage, "the index has none of the files that the gold is about",
              "index the corpus whose files the gold file names");
}

AnswerPair pair_of(const nlohmann::json& json) {
  AnswerPair pair{json.at("speaker"), json.at("topic"), {}};
  for (const nlohmann::json& place : json.at("relevant")) {
    pair.relevant.push_back({place.at("path"), place.at("start"), place.at("end")});
  }
  if (pair.relevant.empty()) throw Error(ErrorKind::input, "no relevant place");
  return pair;
}

}  // namespace

std::vector<AnswerPair> read_answer_pairs(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorKind::input, fmt::format("{} cannot be read", file.string()));
  std::vector<AnswerPair> pairs;
  std::string line;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    try {
      pairs.push_back(pair_of(nlohmann::json::parse(line)));
    } catch (const std::exception& error) {
      throw Error(ErrorKind::input, fmt::format("{}:{}: {}", file.string(), number, error.what()),
                  R"(a line is {"speaker","topic","relevant":[{"path","start","end"}]})");
    }
  }
  return pairs;
}

AnswersReport measure_answers(const std::filesystem::path& index_path,
                              const std::vector<AnswerPair>& pairs) {
  IndexReader index(index_path);
  if (!pairs.empty()) check_corpus(index, pairs);
  TopicAliases aliases(index.authority());
  AnswersReport report;
  report.pairs = pairs.size();
  for (const Way& way : kWays) {
    AnswerScore score;
    score.way = way.name;
    for (const AnswerPair& pair : pairs) {
      add_pair(score, pair, hits_of(index, question_of(pair, way, aliases), way));
    }
    if (!pairs.empty()) score.mean_f1 /= static_cast<double>(pairs.size());
    report.scores.push_back(score);
  }
  return report;
}

std::string answers_text(const AnswersReport& report) {
  std::string text = fmt::format(
      "{} pairs of speaker and topic\n\n{:<20} {:>6} {:>10} {:>7} {:>6} "
      "{:>8} {:>11}\n",
      report.pairs, "", "found", "precision", "recall", "F1", "mean F1", "unanswered");
  for (const AnswerScore& score : report.scores) {
    text += fmt::format("{:<20} {:>6} {:>10.1f} {:>7.1f} {:>6.1f} {:>8.1f} {:>11}\n", score.way,
                        score.found, 100 * score.precision(), 100 * score.recall(),
                        100 * score.f1(), 100 * score.mean_f1, score.unanswered);
  }
  return text;
}

std::string answers_json(const AnswersReport& report) {
  nlohmann::ordered_json json = {{"pairs", report.pairs}};
  for (const AnswerScore& score : report.scores) {
    json["ways"].push_back({{"way", score.way},
                            {"found", score.found},
                            {"precision", score.precision()},
                            {"recall", score.recall()},
                            {"f1", score.f1()},
                            {"mean_f1", score.mean_f1},
                            {"unanswered", score.unanswered}});
  }
  return json.dump(2) + "\n";
}

}  // namespace quotary::bench
