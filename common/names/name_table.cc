#include "common/names/name_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_map>

#include "common/base/error.h"

namespace quotary {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr size_t kHeaderNumbers = 4;

// Of a compared form. Stored by its place alone: another hash makes another table, with the same
// answers to nothing. FNV-1a with a finisher.
uint32_t hash_of(std::string_view compared) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : compared) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  return static_cast<uint32_t>((hash ^ (hash >> 32)) * 0x9e3779b97f4a7c15 >> 32);
}

void append(std::string& bytes, std::span<const uint32_t> numbers) {
  bytes.append(reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(uint32_t));
}

// Texts, groups and members as they come together.
class Builder {
 public:
  Builder(const std::vector<SeenForm>& forms, const Authority& authority)
      : seen_(forms), authority_(authority) {
    compared_.reserve(forms.size());
    for (const SeenForm& form : forms) compared_.push_back(compared_form(form.form));
  }

  NewNameTable run() {
    for (const SeenForm& form : seen_) add_text(form.form);
    take_authority();
    join_the_rest();
    NewNameTable made;
    made.bytes = bytes();
    made.groups.assign(groups_.begin(), groups_.begin() + static_cast<ptrdiff_t>(seen_.size()));
    return made;
  }

 private:
  uint32_t add_text(std::string_view text) {
    text_ += text;
    ends_.push_back(static_cast<uint32_t>(text_.size()));
    groups_.push_back(NameTable::unknown);
    return static_cast<uint32_t>(ends_.size() - 1);
  }

  // A text that may not be one of the forms seen: a name or an alias of the authority file.
  uint32_t add_authority_form(const std::string& form, uint32_t group) {
    const uint32_t number = add_text(form);
    groups_[number] = group;
    compared_.push_back(compared_form(form));
    return number;
  }

  void take_authority() {
    for (const AuthorityEntry& entry : authority_.entries()) {
      const auto group = static_cast<uint32_t>(names_.size());
      names_.push_back(add_authority_form(entry.name, group));
      for (const std::string& alias : entry.aliases) add_authority_form(alias, group);
    }
    for (uint32_t f = 0; f < seen_.size(); ++f)
      if (const auto entry = authority_.entry_number(compared_[f]))
        groups_[f] = static_cast<uint32_t>(*entry);
  }

  // What the authority file does not have is joined by evidence; it takes no part in that itself.
  void join_the_rest() {
    std::vector<SeenForm> forms;
    std::vector<std::string_view> compared;
    std::vector<uint32_t> numbers;
    for (uint32_t f = 0; f < seen_.size(); ++f) {
      if (groups_[f] != NameTable::unknown) continue;
      forms.push_back(seen_[f]);
      compared.push_back(compared_[f]);
      numbers.push_back(f);
    }
    const std::vector<uint32_t> roots = join_forms(forms, compared);
    for (size_t i = 0; i < roots.size(); ++i) {
      const uint32_t root = numbers[roots[i]];
      if (groups_[root] == NameTable::unknown) {
        groups_[root] = static_cast<uint32_t>(names_.size());
        names_.push_back(root);
      }
      groups_[numbers[i]] = groups_[root];
    }
  }

  // The forms seen, by group, most statements first.
  void order_members() {
    begins_.assign(names_.size() + 1, 0);
    for (size_t f = 0; f < seen_.size(); ++f) ++begins_[groups_[f] + 1];
    for (size_t g = 0; g < names_.size(); ++g) begins_[g + 1] += begins_[g];
    members_.resize(seen_.size());
    std::vector<uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (uint32_t f = 0; f < seen_.size(); ++f) members_[next[groups_[f]]++] = f;
    for (size_t g = 0; g < names_.size(); ++g)
      std::sort(members_.begin() + begins_[g], members_.begin() + begins_[g + 1],
                [&](uint32_t a, uint32_t b) {
                  return seen_[a].count != seen_[b].count ? seen_[a].count > seen_[b].count
                                                          : seen_[a].form < seen_[b].form;
                });
  }

  void fill_places() {
    places_.assign(std::bit_ceil(ends_.size() * 2 + 1), 0);
    const auto mask = static_cast<uint32_t>(places_.size() - 1);
    for (uint32_t t = 0; t < ends_.size(); ++t) {
      uint32_t at = hash_of(compared_[t]) & mask;
      while (places_[at] != 0 && compared_[places_[at] - 1] != compared_[t]) at = (at + 1) & mask;
      if (places_[at] == 0) places_[at] = t + 1;
    }
  }

  std::string bytes() {
    if (text_.size() > std::numeric_limits<uint32_t>::max())
      throw Error(ErrorKind::index, "there are too many names for their table");
    order_members();
    fill_places();
    const std::array<uint32_t, kHeaderNumbers> header = {
        static_cast<uint32_t>(ends_.size()), static_cast<uint32_t>(names_.size()),
        static_cast<uint32_t>(members_.size()), static_cast<uint32_t>(places_.size())};
    std::string all;
    append(all, header);
    for (const auto* part : {&ends_, &groups_, &names_, &begins_, &members_, &places_})
      append(all, *part);
    return all + text_;
  }

  const std::vector<SeenForm>& seen_;
  const Authority& authority_;
  std::vector<std::string> compared_;  // of each text
  std::vector<uint32_t> ends_, groups_, names_, begins_, members_, places_;
  std::string text_;
};

[[noreturn]] void throw_damaged() {
  throw Error(ErrorKind::index, "the table of names is damaged",
              "quotary-index --check tells what else is; the next run of quotary-index makes it "
              "anew");
}

// Takes `count` numbers off the front.
std::span<const uint32_t> take(std::string_view& bytes, uint64_t count) {
  if (count > bytes.size() / sizeof(uint32_t)) throw_damaged();
  const std::span<const uint32_t> numbers(reinterpret_cast<const uint32_t*>(bytes.data()),
                                          static_cast<size_t>(count));
  bytes.remove_prefix(static_cast<size_t>(count) * sizeof(uint32_t));
  return numbers;
}

}  // namespace

NewNameTable make_name_table(const std::vector<SeenForm>& forms, const Authority& authority) {
  return Builder(forms, authority).run();
}

NameTable::NameTable(std::string_view bytes) {
  const auto header = take(bytes, kHeaderNumbers);
  const uint64_t texts = header[0], groups = header[1];
  ends_ = take(bytes, texts);
  groups_ = take(bytes, texts);
  names_ = take(bytes, groups);
  begins_ = take(bytes, groups + 1);
  members_ = take(bytes, header[2]);
  places_ = take(bytes, header[3]);
  if (!std::has_single_bit(places_.size())) throw_damaged();
  text_ = bytes;
}

std::string_view NameTable::text(uint32_t number) const {
  if (number >= ends_.size()) return {};
  const uint32_t begin = number == 0 ? 0 : ends_[number - 1], end = ends_[number];
  if (begin > end || end > text_.size()) return {};
  return text_.substr(begin, end - begin);
}

uint32_t NameTable::group_of(std::string_view form) const {
  if (places_.empty()) return unknown;
  const std::string compared = compared_form(form);
  const size_t mask = places_.size() - 1;
  size_t at = hash_of(compared) & mask;
  for (size_t looked_at = 0; looked_at < places_.size(); ++looked_at, at = (at + 1) & mask) {
    const uint32_t number = places_[at] - 1;
    if (places_[at] == 0 || number >= groups_.size()) return unknown;
    if (compared_form(text(number)) == compared)
      return groups_[number] < names_.size() ? groups_[number] : unknown;
  }
  return unknown;
}

std::string_view NameTable::name(uint32_t group) const {
  return group < names_.size() ? text(names_[group]) : std::string_view();
}

std::string_view NameTable::name_of(std::string_view form) const {
  const uint32_t group = group_of(form);
  return group == unknown ? form : name(group);
}

std::vector<std::string_view> NameTable::forms_of(std::string_view form) const {
  std::vector<std::string_view> forms;
  const uint32_t group = group_of(form);
  if (group == unknown) return forms;
  const uint32_t end = std::min<uint64_t>(begins_[group + 1], members_.size());
  for (uint32_t m = begins_[group]; m < end; ++m) forms.push_back(text(members_[m]));
  return forms;
}

}  // namespace quotary
