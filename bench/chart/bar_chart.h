#pragma once

#include <string>
#include <vector>

namespace quotary::bench {

struct Bar {
  std::string label;
  double value = 0;  // at least 0
  std::string text;  // behind the bar
  bool ours = false;
};

struct BarChart {
  std::string title;
  std::string note;
  std::vector<Bar> bars;
};

// Horizontal bars from one baseline at 0, as a stand-alone SVG: no script, nothing loaded, text
// escaped.
std::string bar_chart(const BarChart& chart);

}  // namespace quotary::bench
