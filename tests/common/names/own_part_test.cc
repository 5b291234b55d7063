#include "common/names/own_part.h"

#include <gtest/gtest.h>

namespace quotary {
namespace {

TEST(OwnPart, LeavesOutWhomTheSpeakerBelongsTo) {
  struct Row {
    const char *name, *expected;
  };
  for (Row row : {
           Row{"Lorne administration", "administration"},
           Row{"Ann Lorne's campaign", "campaign"},
           Row{"Mr. Lorne’s re-election campaign", "re-election campaign"},
           Row{"Ann Lorne", "Ann Lorne"},
           Row{"Bank of Norland", "Bank of Norland"},
           Row{"Foreign Ministry", "Foreign Ministry"},
           Row{"the presidential office", "the presidential office"},
           Row{"campaign", "campaign"},
           Row{"", ""},
       })
    EXPECT_EQ(own_part(row.name), row.expected) << row.name;
}

}  // namespace
}  // namespace quotary
