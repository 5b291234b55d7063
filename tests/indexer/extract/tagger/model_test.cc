#include "indexer/extract/tagger/model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/base/error.h"
#include "indexer/extract/tagger/model_file.h"

namespace quotary {
namespace {

using testing::HasSubstr;

TaggerModel small_model() {
  TaggerModel model;
  model.gate_bits = 3;
  model.role_bits = 2;
  model.step_bits = 1;
  model.gate_threshold = -7;
  model.accept_threshold = 11;
  model.cue_forms = FormSet(8);
  model.cue_forms.add(0x123456789abcdef0u);
  model.known_forms = FormSet(6);
  model.gate = {1, -2, 3, -4, 5, -6, 7, 32767};
  model.roles = {{1, 2, 3, 4}, {}, {-1, -2, -3, -4}, {}};
  model.steps.resize(2);
  model.steps[1][15] = -128;
  return model;
}

std::string message_of(const std::string& bytes) {
  try {
    read_model(bytes, "m.model");
  } catch (const Error& e) {
    EXPECT_EQ(e.kind(), ErrorKind::input);
    EXPECT_FALSE(e.hint().empty());
    return e.what();
  }
  return "";
}

TEST(Model, IsReadAsItWasWritten) {
  TaggerModel model = small_model();
  EXPECT_EQ(read_model(write_model(model), "m"), model);
  EXPECT_TRUE(model.cue_forms.contains(0x123456789abcdef0u));
  EXPECT_FALSE(model.cue_forms.contains(0xf23456789abcdef0u));
}

TEST(Model, DamageIsTold) {
  std::string good = write_model(small_model());
  std::string other = good, version = good, flipped = good;
  other[0] = 'X';
  version[6] = 9;
  flipped[good.size() / 2] ^= 4;
  EXPECT_THAT(message_of(""), HasSubstr("no model"));
  EXPECT_THAT(message_of("QTYTAG"), HasSubstr("cut short"));
  EXPECT_THAT(message_of(other), HasSubstr("no model"));
  EXPECT_THAT(message_of(version), HasSubstr("version 9"));
  EXPECT_THAT(message_of(flipped), HasSubstr("checksum"));
  EXPECT_THAT(message_of(good + "x"), HasSubstr("checksum"));
  EXPECT_THAT(message_of(flipped), HasSubstr("m.model"));
}

TEST(Model, EveryPrefixIsRefused) {
  std::string good = write_model(small_model());
  for (size_t size = 0; size < good.size(); ++size)
    EXPECT_NE(message_of(good.substr(0, size)), "") << size;
}

TEST(Model, AScaleThatNoTrainerWritesIsRefused) {
  for (uint32_t scale : {0u, 4000000000u}) {
    TaggerModel model = small_model();
    model.scale = scale;
    EXPECT_THAT(message_of(write_model(model)), HasSubstr("scale"));
  }
}

TEST(Model, AFileThatIsNotThereIsTold) { EXPECT_THROW(load_model("/no/such/file.model"), Error); }

}  // namespace
}  // namespace quotary
