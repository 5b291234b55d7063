#pragma once

#include <string>
#include <string_view>

#include "corpus/reader/reader.h"

namespace quotary {

// What a source gives, as one text: each article with its parts, each problem, in their order.
//
//   == path
//   date 2024-10-23 (line)   headline: ...   dateline: [Kazan, Russia] AP 2024-10-22   language: en
//   H ...    the paragraphs, by their kinds
//   !! skipped|warning place: message
std::string read_printed(ByteStream& bytes, std::string_view name,
                         const ReaderOptions& options = {});
std::string read_printed(std::string_view bytes, std::string_view name,
                         const ReaderOptions& options = {});

}  // namespace quotary
