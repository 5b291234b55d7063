#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/result.h"

namespace quotary {

// Takes what a renderer writes. May throw, to stop it.
using Write = std::function<void(std::string_view)>;

// The order of a concordance's lines: as hits come, or by the words before or behind the match.
enum class KwicOrder : uint8_t { text, left, right };

// How output is shaped where the format leaves a choice.
struct RenderOptions {
  size_t width = 80;                      // columns of a terminal (text)
  bool colour = false;                    // escape sequences for colours (text)
  bool hyperlinks = false;                // escape sequences that link paths to files (text)
  bool hits = true;                       // false: head, facets and timeline alone (--count)
  std::optional<KwicOrder> kwic;          // matches in the middle of lines (text)
  std::string program = "quotary-query";  // for the commands that are suggested
};

// Shows one result in one format. Calls come in this order: begin, any number of hit, any number of
// near, end. Nothing is kept for long, so that millions of hits stream through.
//
// Article text is untrusted: each renderer makes sure that it stays text in its format.
class Renderer {
 public:
  virtual ~Renderer() = default;
  virtual void begin(const ResultHead& head) = 0;
  virtual void hit(const Hit& hit) = 0;
  virtual void near(const Hit& hit) = 0;  // found by its neighbourhood alone (--near)
  virtual void end() = 0;
};

// A format of output.
struct Format {
  std::string_view name;
  std::string_view help;
  bool for_people;         // notes are part of it, few hits by default, a pager on a terminal
  uint64_t default_limit;  // hits shown where no limit is given; 0: all
  std::unique_ptr<Renderer> (*make)(const Write& write, const RenderOptions& options);
};

// THE TABLE of formats. A format is added by a row here.
const std::vector<Format>& formats();

// The format of that name; nullptr where there is none.
const Format* find_format(std::string_view name);

}  // namespace quotary
