#include "query/search/counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "common/base/error.h"
#include "common/base/kinds.h"
#include "common/store/schema.h"
#include "common/store/terms.h"
#include "query/language/spelling.h"

namespace quotary {
namespace {

size_t prefix_of(FacetKind kind) {
  switch (kind) {
    case FacetKind::year:
      return 4;
    case FacetKind::month:
      return 6;
    case FacetKind::day:
      return 8;
    default:
      return 0;
  }
}

bool is_time(FacetKind kind) { return prefix_of(kind) > 0; }

// 20241023 -> 2024-10-23.
std::string with_hyphens(std::string value) {
  if (value.size() > 6) value.insert(6, "-");
  if (value.size() > 4) value.insert(4, "-");
  return value;
}

template <size_t size>
std::string name_at(const std::array<std::string_view, size>& names, const std::string& value) {
  size_t number = value.empty() ? size : static_cast<unsigned char>(value[0]);
  return number < size ? std::string(names[number]) : "?";
}

std::string headline_of(const IndexReader& index, const std::string& id) {
  auto document = index.find_article(id);
  if (!document) return id;
  ArticleRecord record = index.article(*document);
  std::string headline(record.headline.of(record.text));
  return headline.empty() ? record.path : headline;
}

using Count = FacetCounter::Count;

// The `limit` (0: all) most frequent ones in front, then by value; the rest is dropped.
void keep_most_frequent(std::vector<Count>& counts, size_t limit) {
  const size_t kept = limit == 0 ? counts.size() : std::min(limit, counts.size());
  std::partial_sort(counts.begin(), counts.begin() + static_cast<ptrdiff_t>(kept), counts.end(),
                    [](const Count& a, const Count& b) {
                      return a.count != b.count ? a.count > b.count : a.value < b.value;
                    });
  counts.resize(kept);
}

// Counts of values that may come several times, once each.
class Sum {
 public:
  void add(std::string_view value, uint64_t count) {
    const auto [known, is_new] = places_.try_emplace(value, counts_.size());
    if (is_new) counts_.push_back({value, 0});
    counts_[known->second].count += count;
  }
  std::vector<Count> take() { return std::move(counts_); }

 private:
  std::unordered_map<std::string_view, size_t> places_;
  std::vector<Count> counts_;
};

std::string shown(FacetKind kind, const std::string& value) {
  if (kind == FacetKind::kind) return name_at(kStatementKindNames, value);
  if (kind == FacetKind::status) return name_at(kStatementStatusNames, value);
  return is_time(kind) ? with_hyphens(value) : value;
}

}  // namespace

ColumnCounter::ColumnCounter(std::vector<const Column*> columns,
                             std::shared_ptr<const SegmentInTurn> turn, size_t prefix)
    : columns_(std::move(columns)), turn_(std::move(turn)), prefix_(prefix) {
  for (const Column* column : columns_) counted_.emplace_back(column->values());
}

void ColumnCounter::operator()(const Xapian::Document& document, double) {
  const size_t segment = turn_->segment;
  const auto values = columns_[segment]->of(document.get_docid());
  std::vector<uint64_t>& counted = counted_[segment];
  for (const uint32_t value : values)
    if (value < counted.size()) ++counted[value];
  without_ += values.empty();
}

std::vector<Count> ColumnCounter::counts() const {
  std::vector<Count> single;
  Sum sum;
  const bool each_once = columns_.size() == 1 && prefix_ == 0;
  for (size_t segment = 0; segment < columns_.size(); ++segment)
    for (uint32_t value = 0; value < counted_[segment].size(); ++value) {
      const uint64_t count = counted_[segment][value];
      if (count == 0) continue;
      std::string_view text = columns_[segment]->value(value);
      if (prefix_ > 0) text = text.substr(0, prefix_);
      if (each_once)
        single.push_back({text, count});
      else
        sum.add(text, count);
    }
  return each_once ? single : sum.take();
}

std::vector<Count> ColumnCounter::counts_of_names(const SpeakerNames& names) const {
  std::vector<uint64_t> by_group(names.table().groups());
  Sum others;
  for (size_t segment = 0; segment < columns_.size(); ++segment) {
    const auto groups = names.groups(segment);
    for (uint32_t value = 0; value < counted_[segment].size(); ++value) {
      const uint64_t count = counted_[segment][value];
      if (count == 0) continue;
      const uint32_t group = value < groups.size() ? groups[value] : NameTable::unknown;
      if (group < by_group.size())
        by_group[group] += count;
      else
        others.add(columns_[segment]->value(value), count);
    }
  }
  std::vector<Count> counts = others.take();
  for (uint32_t group = 0; group < by_group.size(); ++group)
    if (by_group[group] > 0) counts.push_back({names.table().name(group), by_group[group]});
  return counts;
}

SlotCounter::SlotCounter(Xapian::valueno slot, bool packed, size_t prefix)
    : slot_(slot), packed_(packed), prefix_(prefix) {}

void SlotCounter::operator()(const Xapian::Document& document, double) {
  std::string value = document.get_value(slot_);
  if (value.empty()) {
    ++without_;
  } else if (packed_) {
    for (std::string& one : unpack_values(value)) ++counts_[std::move(one)];
  } else {
    if (prefix_ > 0 && value.size() > prefix_) value.resize(prefix_);
    ++counts_[std::move(value)];
  }
}

std::vector<Count> SlotCounter::counts() const {
  std::vector<Count> counts;
  for (const auto& [value, count] : counts_) counts.push_back({value, count});
  return counts;
}

std::vector<Count> SlotCounter::counts_of_names(const SpeakerNames& names) const {
  Sum sum;
  for (const auto& [value, count] : counts_) sum.add(names.table().name_of(value), count);
  return sum.take();
}

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const Field& field : kFields) {
    if (field.facet != FacetKind::none) names.emplace_back(field.name);
  }
  return names;
}

namespace {

// One column for each segment; empty where one has none.
std::vector<const Column*> columns_of(const IndexReader& index, Slot slot) {
  std::vector<const Column*> columns;
  for (const auto& segment : index.columns()) {
    const Column* column = segment ? segment->find(slot) : nullptr;
    if (!column) return {};
    columns.push_back(column);
  }
  return columns;
}

}  // namespace

std::unique_ptr<FacetCounter> facet_counter(std::string_view name, const IndexReader& index,
                                            std::shared_ptr<const SegmentInTurn> turn) {
  const Field* field = find_field(name);
  if (field == nullptr || field->facet == FacetKind::none) {
    std::vector<std::string> names = facet_names();
    auto near = nearest(name, names);
    throw Error(ErrorKind::usage, fmt::format("there is no facet '{}'", name),
                near ? fmt::format("did you mean {}?", *near)
                     : fmt::format("there are {}", fmt::join(names, ", ")));
  }
  std::vector<const Column*> columns = columns_of(index, field->slot);
  if (!columns.empty())
    return std::make_unique<ColumnCounter>(std::move(columns), std::move(turn),
                                           prefix_of(field->facet));
  return std::make_unique<SlotCounter>(static_cast<Xapian::valueno>(field->slot),
                                       field->facet == FacetKind::packed, prefix_of(field->facet));
}

Facet make_facet(std::string_view name, const FacetCounter& counter, const IndexReader& index,
                 size_t limit) {
  const Field& field = *find_field(name);
  Facet facet;
  facet.field = field.name;
  facet.without = counter.without();
  std::vector<Count> counts =
      field.name == "speaker" ? counter.counts_of_names(index.names()) : counter.counts();
  facet.distinct = counts.size();
  keep_most_frequent(counts, is_time(field.facet) ? 0 : limit);
  for (const auto& [value, count] : counts)
    facet.values.push_back({shown(field.facet, std::string(value)), count});
  if (field.facet == FacetKind::article) {
    for (FacetValue& value : facet.values) value.value = headline_of(index, value.value);
  }
  if (is_time(field.facet)) {
    std::sort(facet.values.begin(), facet.values.end(),
              [](const FacetValue& a, const FacetValue& b) { return a.value < b.value; });
  }
  return facet;
}

namespace {

using std::chrono::sys_days;

Date monday_of(Date date) {
  return add_days(date, 1 - static_cast<int>(std::chrono::weekday(sys_days(date)).iso_encoding()));
}

Date start_of(Date date, Interval interval) {
  switch (interval) {
    case Interval::day:
      return date;
    case Interval::week:
      return monday_of(date);
    case Interval::month:
      return date.year() / date.month() / 1;
    case Interval::year:
      return date.year() / 1 / 1;
  }
  return date;
}

Date next_start(Date start, Interval interval) {
  switch (interval) {
    case Interval::day:
      return add_days(start, 1);
    case Interval::week:
      return add_days(start, 7);
    case Interval::month:
      return start + std::chrono::months(1);
    case Interval::year:
      return start + std::chrono::years(1);
  }
  return start;
}

// ISO 8601: a week belongs to the year of its Thursday.
std::string week_name(Date monday) {
  Date thursday = add_days(monday, 3);
  auto days = sys_days(thursday) - sys_days(thursday.year() / 1 / 1);
  return fmt::format("{:04}-W{:02}", static_cast<int>(thursday.year()), days.count() / 7 + 1);
}

std::string period_name(Date start, Interval interval) {
  switch (interval) {
    case Interval::day:
      return to_iso(start);
    case Interval::week:
      return week_name(start);
    case Interval::month:
      return to_iso(start).substr(0, 7);
    case Interval::year:
      return to_iso(start).substr(0, 4);
  }
  return {};
}

// The first and the last day counted; nullopt where there is none.
std::optional<std::pair<Date, Date>> extent(const FacetCounter& days) {
  std::optional<std::pair<Date, Date>> extent;
  for (const auto& [value, count] : days.counts()) {
    auto date = parse_date_value(value);
    if (!date) continue;
    if (!extent) extent = {*date, *date};
    extent = {std::min(extent->first, *date), std::max(extent->second, *date)};
  }
  return extent;
}

// A corpus with a stray date of the year 1000 is no reason for a million empty lines.
constexpr size_t max_points = 5000;

}  // namespace

Timeline make_timeline(const FacetCounter& days, Interval interval) {
  Timeline timeline;
  timeline.interval = interval;
  timeline.undated = days.without();
  std::map<Date, uint64_t> counts;
  for (const auto& [value, count] : days.counts()) {
    auto date = parse_date_value(value);
    if (date) counts[start_of(*date, interval)] += count;
  }
  if (counts.empty()) return timeline;
  Date last = counts.rbegin()->first;
  for (Date start = counts.begin()->first; start <= last; start = next_start(start, interval)) {
    auto found = counts.find(start);
    bool sparse = timeline.points.size() >= max_points && found == counts.end();
    if (sparse) continue;
    timeline.points.push_back(
        {period_name(start, interval), found == counts.end() ? 0 : found->second});
  }
  return timeline;
}

Interval fitting_interval(const FacetCounter& days) {
  auto ends = extent(days);
  if (!ends) return Interval::month;
  auto length = (sys_days(ends->second) - sys_days(ends->first)).count();
  constexpr auto kWeek = 7L;
  constexpr auto kMonth = 30L;
  if (length <= 50) return Interval::day;
  if (length <= 50 * kWeek) return Interval::week;
  if (length <= 60 * kMonth) return Interval::month;
  return Interval::year;
}

}  // namespace quotary
