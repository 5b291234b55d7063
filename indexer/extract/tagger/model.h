#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quotary {

// What a word of a sentence is to one cue of it.
enum class WordRole : uint8_t { outside, speaker, content, cue };
inline constexpr size_t word_role_count = 4;

// A set of word forms, kept as one bit for each hash value: no form can be read back from it.
// A form that is not in the set is taken for a member with the chance of its hash meeting
// another's.
class FormSet {
 public:
  explicit FormSet(uint32_t bits = 16) : bits_(bits), words_((size_t{1} << bits) / 64) {}

  void add(uint64_t hash) { words_[index(hash) / 64] |= uint64_t{1} << (index(hash) % 64); }
  bool contains(uint64_t hash) const { return words_[index(hash) / 64] >> (index(hash) % 64) & 1; }

  uint32_t bits() const { return bits_; }
  const std::vector<uint64_t>& words() const { return words_; }
  std::vector<uint64_t>& words() { return words_; }
  friend bool operator==(const FormSet&, const FormSet&) = default;

 private:
  size_t index(uint64_t hash) const { return hash >> (64 - bits_); }

  uint32_t bits_;
  std::vector<uint64_t> words_;
};

// The weights of the trained tagger: hashes and numbers, no text. Immutable once loaded, and so
// shared between threads.
//
// A feature is a 64-bit hash; its upper bits choose a row of a table of weights (the hashing trick:
// Weinberger et al. 2009, "Feature hashing for large scale multitask learning"). The gate has one
// weight a row, the roles one for each role, the steps one for each pair of roles of neighbouring
// words. Weights are stored times `scale`, rounded: 16 bits for the gate; for the rest 8, since
// more rows, and so fewer features that share one, are worth more than finer weights.
struct TaggerModel {
  static constexpr size_t step_count = word_role_count * word_role_count;
  using RoleWeights = std::array<int8_t, word_role_count>;
  using StepWeights = std::array<int8_t, step_count>;

  uint32_t gate_bits = 0;  // tables have 2^bits rows
  uint32_t role_bits = 0;
  uint32_t step_bits = 0;
  uint32_t scale = 32;
  int32_t gate_threshold = 0;    // a candidate is looked at when its gate sum is above this
  int32_t accept_threshold = 0;  // and taken when cue beats no cue by more than this
  // In agency reports, whose cues the rules know better: for cues of the tagger alone, and for
  // those that the rules found too.
  int32_t filed_threshold = 0;
  int32_t filed_rule_threshold = 0;
  FormSet cue_forms;        // word forms that may be a cue
  FormSet known_forms{18};  // word forms frequent enough to have features of their own
  std::vector<int16_t> gate;
  std::vector<RoleWeights> roles;
  std::vector<StepWeights> steps;

  friend bool operator==(const TaggerModel&, const TaggerModel&) = default;
};

// The model as bytes of a file: magic "QTYTAG", version, sizes, the tables, all little-endian, and
// a CRC-32 of all that at the end. The same model gives the same bytes on every machine.
std::string write_model(const TaggerModel& model);

// The inverse. Throws Error(input) with a hint where the bytes are no model of this version, are
// cut short or were changed. `name` stands in the message.
TaggerModel read_model(std::string_view bytes, std::string_view name);

}  // namespace quotary
