#include "bench/chart/bar_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace quotary::bench {
namespace {

// In pixels.
constexpr int kWidth = 720, kLeft = 150, kTextWidth = 190, kRow = 30, kTop = 64;
constexpr double kLongest = kWidth - kLeft - kTextWidth;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  }
  return out;
}

std::string row(const Bar& bar, size_t number, double highest) {
  const double length = highest > 0 ? kLongest * bar.value / highest : 0;
  const int y = kTop + static_cast<int>(number) * kRow;
  return fmt::format(
      "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n"
      "<rect x=\"{}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" fill=\"{}\"/>\n"
      "<text x=\"{:.1f}\" y=\"{}\">{}</text>\n",
      kLeft - 8, y + 16, escaped(bar.label), kLeft, y, length, kRow - 8,
      bar.ours ? "#1f6f8b" : "#b8c4cc", kLeft + length + 8, y + 16, escaped(bar.text));
}

}  // namespace

std::string bar_chart(const BarChart& chart) {
  double highest = 0;
  for (const Bar& bar : chart.bars) highest = std::max(highest, bar.value);
  const int height = kTop + static_cast<int>(chart.bars.size()) * kRow + 10;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} "
      "{1}\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\">\n<title>{2}</title>\n"
      "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
      "<text x=\"12\" y=\"24\" font-size=\"16\" font-weight=\"bold\">{2}</text>\n"
      "<text x=\"12\" y=\"44\" fill=\"#555555\">{3}</text>\n",
      kWidth, height, escaped(chart.title), escaped(chart.note));
  for (size_t i = 0; i < chart.bars.size(); ++i) svg += row(chart.bars[i], i, highest);
  return svg + "</svg>\n";
}

}  // namespace quotary::bench
