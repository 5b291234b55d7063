#pragma once

#include <span>
#include <string_view>

#include "corpus/reader/reader.h"

namespace quotary {

// A format that articles come in. To add one: a reader, a row in formats.cc, a section in
// corpus/FORMATS.md, a sample and its golden file in tests/corpus/reader.
struct SourceFormat {
  std::string_view name;         // for --format: "reuters-sgml"
  std::string_view description;  // one line, for people
  // Whether bytes that begin with `head` (some kilobytes) in a file of this name are in this
  // format.
  bool (*recognises)(std::string_view head, std::string_view name);
  void (*read)(const Source& source);
};

// All formats, in the order in which they are tried; the last one takes any text.
std::span<const SourceFormat> source_formats();

// By its name; nullptr where there is none.
const SourceFormat* find_source_format(std::string_view name);

// The format of a source, by its first bytes and its name; nullptr for what is no text and no
// archive.
const SourceFormat* recognise_format(std::string_view head, std::string_view name);

// The readers, each in its own file.
void read_archive(const Source& source);        // archive.cc
void read_dated_text(const Source& source);     // dated_text.cc
void read_gigaword_sgml(const Source& source);  // sgml.cc
void read_html(const Source& source);           // html.cc
void read_json(const Source& source);           // json.cc
void read_news_xml(const Source& source);       // news_xml.cc
void read_reuters_sgml(const Source& source);   // sgml.cc
void read_warc(const Source& source);           // warc.cc

}  // namespace quotary
