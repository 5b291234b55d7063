#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "corpus/article/article.h"
#include "corpus/article/date_line.h"
#include "corpus/reader/byte_stream.h"
#include "corpus/reader/limits.h"

namespace quotary {

// What is wrong with a source, or with a part of it. A value, never thrown: the run goes on.
struct ReadProblem {
  std::string path;     // the source; within an archive ARCHIVE!MEMBER
  std::string place;    // "line 12", "record 3"; empty: all of it
  bool skipped = true;  // false: a warning; it was read in spite of it
  std::string message;
  std::string hint;  // what to do about it; may be empty
};

struct ReaderOptions {
  std::string format;    // a format's name; empty: found out for each source
  std::string language;  // ISO 639-1; empty: found out for each article
  BelievableDates believable;
  ReaderLimits limits;
};

// Where articles and problems go, in the order of the source.
struct ArticleSink {
  std::function<void(Article&&)> article;
  std::function<void(ReadProblem&&)> problem;
};

// A source as a format's reader gets it.
struct Source {
  ByteStream& bytes;
  std::string path;       // Article::path and key of its only article, or what they begin with
  std::string name;       // the file's own name, by which formats are told: "a.json"
  std::string date_path;  // where a date is looked for if an article has none
  const ReaderOptions& options;
  const ArticleSink& sink;
  unsigned depth = 0;  // archives around it

  void skipped(std::string message, std::string hint = {}, std::string place = {}) const {
    sink.problem({path, std::move(place), true, std::move(message), std::move(hint)});
  }
  void warning(std::string message, std::string place = {}) const {
    sink.problem({path, std::move(place), false, std::move(message), {}});
  }
};

// Reads all articles of a source, in whatever format it is, and gives them to its sink. Streams:
// holds one article or record at a time. Throws nothing for what the bytes are; an exception of
// the sink goes through.
void read_source(const Source& source);

}  // namespace quotary
