#include "bench/chart/bar_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace quotary::bench {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(BarChart, BarsAreAsLongAsTheirValues) {
  const std::string svg = bar_chart({"Builds", "", {{"a", 10, "10"}, {"b", 5, "5", true}}});
  EXPECT_THAT(svg, HasSubstr("width=\"380.0\" height=\"22\" fill=\"#b8c4cc\""));
  EXPECT_THAT(svg, HasSubstr("width=\"190.0\" height=\"22\" fill=\"#1f6f8b\""));
}

TEST(BarChart, TextIsEscaped) {
  const std::string svg = bar_chart({"<b> & \"c\"\x1b", "", {{"</svg>", 0, ""}}});
  EXPECT_THAT(svg, HasSubstr("&lt;b&gt; &amp; &quot;c&quot;<"));
  EXPECT_THAT(svg, HasSubstr("&lt;/svg&gt;"));
}

TEST(BarChart, NothingToShowIsAChartStill) {
  EXPECT_THAT(bar_chart({"Empty", "", {}}), HasSubstr("</svg>"));
  EXPECT_THAT(bar_chart({"Zero", "", {{"a", 0, "0"}}}), Not(HasSubstr("nan")));
}

}  // namespace
}  // namespace quotary::bench
