#include "train/trainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "train/chain.h"
#include "train/examples.h"
#include "train/random.h"

namespace quotary {
namespace {

// Weights of one table while they are learned, with AdaGrad's sums of squares.
template <size_t Width>
class Table {
 public:
  using Row = std::array<float, Width>;

  explicit Table(uint32_t bits)
      : bits_(bits), weights_(size_t{1} << bits), squares_(weights_.size()) {}

  uint32_t row(uint64_t hash) const { return static_cast<uint32_t>(hash >> (64 - bits_)); }
  const Row& weights(uint32_t row) const { return weights_[row]; }

  template <class Gradient>
  void descend(uint32_t row, const Gradient& gradient, float rate) {
    for (size_t i = 0; i < Width; ++i) {
      auto g = static_cast<float>(gradient[i]);
      if (g == 0) continue;
      squares_[row][i] += g * g;
      weights_[row][i] -= rate * g / std::sqrt(squares_[row][i] + 1e-2f);
    }
  }

  template <class Weight>
  void round_to(Weight& weight, size_t row, size_t i, float scale) const {
    constexpr auto limit = static_cast<float>(std::numeric_limits<Weight>::max());
    float w = std::round(weights_[row][i] * scale);
    weight = static_cast<Weight>(std::clamp(w, -limit, limit));
  }
  size_t size() const { return weights_.size(); }

  // Forgets what was learned, but for the sums of add_to_mean().
  void restart() {
    std::fill(weights_.begin(), weights_.end(), Row{});
    std::fill(squares_.begin(), squares_.end(), Row{});
  }

  // Adds the weights as they are to a sum; `use_mean` puts the mean of all that were added in
  // their place. Means of several states overfit less than the last state, and those of several
  // runs depend less on chance.
  void add_to_mean() {
    if (sums_.empty()) sums_.resize(weights_.size());
    ++summed_;
    for (size_t r = 0; r < weights_.size(); ++r)
      for (size_t i = 0; i < Width; ++i) sums_[r][i] += weights_[r][i];
  }
  void use_mean() {
    for (size_t r = 0; r < weights_.size(); ++r)
      for (size_t i = 0; i < Width; ++i) weights_[r][i] = sums_[r][i] / static_cast<float>(summed_);
  }

 private:
  uint32_t bits_;
  std::vector<Row> weights_;
  std::vector<Row> squares_;
  std::vector<Row> sums_;
  int summed_ = 0;
};

// How often a feature was seen, by hash; what was seen once teaches nothing but itself.
class FeatureCounts {
 public:
  void count(const FeatureList& features) {
    for (uint64_t hash : features) {
      uint8_t& n = counts_[hash >> 40];
      n = static_cast<uint8_t>(std::min(n + 1, 255));
    }
  }
  int of(uint64_t hash) const { return counts_[hash >> 40]; }

 private:
  std::vector<uint8_t> counts_ = std::vector<uint8_t>(size_t{1} << 24);
};

// The rows of the features of each word of a window, one word's after another's.
struct WindowRows {
  std::vector<uint32_t> units;
  std::vector<uint32_t> roles, steps;
  std::vector<uint32_t> role_ends, step_ends;  // for each word, where its rows end
};

class Trainer {
 public:
  Trainer(std::vector<GoldArticle>& articles, const TrainingOptions& options)
      : options_(options),
        random_(options.seed),
        gate_(options.gate_bits),
        roles_(options.role_bits),
        steps_(options.step_bits) {
    learn_forms(articles, model_);
    for (size_t n = 0; n < articles.size(); ++n) {
      const GoldArticle& a = articles[n];
      Grammar grammar(a.reading);
      views_.push_back(view_of(grammar, a.rules, model_));
      size_t first = examples_.size();
      append_examples(a, static_cast<uint32_t>(n), views_.back(), examples_);
      if (a.style == GoldStyle::wire)
        for (size_t e = first; e < examples_.size(); ++e) examples_[e].weight = options.wire_weight;
    }
  }

  size_t example_count() const { return examples_.size(); }

  // One pass over all candidates; the mean loss is not kept, only the share of right decisions.
  double gate_epoch(float rate) {
    shuffle(examples_, random_);
    size_t right = 0;
    for (const Example& e : examples_) right += gate_step(e, rate);
    return static_cast<double>(right) / static_cast<double>(examples_.size());
  }

  // Keeps the candidates that pass the gate, and all cues.
  void apply_gate(double threshold) {
    model_.gate_threshold = static_cast<int32_t>(std::lround(threshold * model_.scale));
    double kept = threshold - 3;  // the chain learns from nearer and farther ones alike
    std::erase_if(examples_, [&](const Example& e) {
      return !e.is_cue && gate_sum(e) * (1 - options_.dropout) <= kept;
    });
    for (const Example& e : examples_) count_features(e);
    for (size_t n = 0; n < examples_.size(); ++n) examples_[n].number = static_cast<uint32_t>(n);
    rows_.resize(examples_.size());
  }

  // Learns roles and steps anew, in another order and with other features left out.
  void restart_chain() {
    roles_.restart();
    steps_.restart();
  }

  double chain_epoch(float rate, bool late) {
    shuffle(examples_, random_);
    size_t right = 0;
    for (size_t n = 0; n < examples_.size(); ++n) {
      right += chain_step(examples_[n], rate);
      if (late && n % (examples_.size() / 2) == 0) roles_.add_to_mean(), steps_.add_to_mean();
    }
    return static_cast<double>(right) / static_cast<double>(examples_.size());
  }

  TaggerModel model() {
    roles_.use_mean();
    steps_.use_mean();
    model_.gate_bits = options_.gate_bits;
    model_.role_bits = options_.role_bits;
    model_.step_bits = options_.step_bits;
    // In training a share of the features was left out, so that sums were smaller by that share.
    float scale = static_cast<float>(model_.scale) * (1 - options_.dropout);
    auto scaled = [&](float x) {
      return static_cast<int32_t>(std::lround(x * static_cast<float>(model_.scale)));
    };
    model_.accept_threshold = scaled(options_.accept);
    model_.filed_threshold = scaled(options_.filed_accept);
    model_.filed_rule_threshold = scaled(options_.filed_rule_accept);
    model_.gate.resize(gate_.size());
    model_.roles.resize(roles_.size());
    model_.steps.resize(steps_.size());
    for (size_t r = 0; r < gate_.size(); ++r) gate_.round_to(model_.gate[r], r, 0, scale);
    for (size_t r = 0; r < roles_.size(); ++r)
      for (size_t i = 0; i < word_role_count; ++i) roles_.round_to(model_.roles[r][i], r, i, scale);
    for (size_t r = 0; r < steps_.size(); ++r)
      for (size_t i = 0; i < TaggerModel::step_count; ++i)
        steps_.round_to(model_.steps[r][i], r, i, scale);
    return model_;
  }

 private:
  double gate_sum(const Example& e) {
    features_.clear();
    gate_features(views_[e.article], e.window.head, features_);
    double sum = 0;
    for (uint64_t hash : features_) sum += gate_.weights(gate_.row(hash))[0];
    return sum;
  }

  bool gate_step(const Example& e, float rate) {
    double p = 1 / (1 + exponential(-gate_sum(e)));
    std::array<float, 1> gradient = {static_cast<float>(p - e.is_cue) * e.weight};
    for (uint64_t hash : features_)
      if (!random_.chance(options_.dropout)) gate_.descend(gate_.row(hash), gradient, rate);
    return (p > 0.5) == e.is_cue;
  }

  void count_features(const Example& e) {
    const TaggerView& view = views_[e.article];
    WindowContext context = context_of(view, e.window);
    for (uint32_t i : context.units) {
      features_.clear();
      role_features(view, context, i, features_);
      if (i > e.window.tokens.begin) step_features(view, context, i, features_);
      counts_.count(features_);
    }
  }

  // The rows of every feature of a window, found once: features are dear to make.
  const WindowRows& rows_of(const Example& e) {
    WindowRows& rows = rows_[e.number];
    if (!rows.role_ends.empty()) return rows;
    const TaggerView& view = views_[e.article];
    WindowContext context = context_of(view, e.window);
    rows.units = context.units;
    for (uint32_t i : context.units) {
      features_.clear();
      role_features(view, context, i, features_);
      add_rows(roles_, rows.roles, rows.role_ends);
      features_.clear();
      if (i > e.window.tokens.begin) step_features(view, context, i, features_);
      add_rows(steps_, rows.steps, rows.step_ends);
    }
    return rows;
  }

  template <size_t Width>
  void add_rows(const Table<Width>& table, std::vector<uint32_t>& rows,
                std::vector<uint32_t>& ends) const {
    for (uint64_t hash : features_)
      if (counts_.of(hash) >= options_.min_count) rows.push_back(table.row(hash));
    ends.push_back(static_cast<uint32_t>(rows.size()));
  }

  // Draws the features that this step goes by.
  void draw(const std::vector<uint32_t>& rows, const std::vector<uint32_t>& ends,
            std::vector<uint32_t>& drawn, std::vector<uint32_t>& drawn_ends) {
    drawn.clear(), drawn_ends.clear();
    for (size_t k = 0; k < ends.size(); ++k) {
      for (uint32_t n = k ? ends[k - 1] : 0; n < ends[k]; ++n)
        if (!random_.chance(options_.dropout)) drawn.push_back(rows[n]);
      drawn_ends.push_back(static_cast<uint32_t>(drawn.size()));
    }
  }

  // Sums the weights of a window's drawn features.
  void score(const Example& e) {
    const WindowRows& rows = rows_of(e);
    draw(rows.roles, rows.role_ends, role_rows_, role_ends_);
    draw(rows.steps, rows.step_ends, step_rows_, step_ends_);
    size_t size = rows.units.size();
    chain_.head =
        std::lower_bound(rows.units.begin(), rows.units.end(), e.window.head) - rows.units.begin();
    chain_.roles.assign(size, {});
    chain_.steps.assign(size, {});
    for (size_t k = 0; k < size; ++k) {
      for (uint32_t n = k ? role_ends_[k - 1] : 0; n < role_ends_[k]; ++n)
        for (size_t r = 0; r < word_role_count; ++r)
          chain_.roles[k][r] += roles_.weights(role_rows_[n])[r];
      for (uint32_t n = k ? step_ends_[k - 1] : 0; n < step_ends_[k]; ++n)
        for (size_t s = 0; s < TaggerModel::step_count; ++s)
          chain_.steps[k][s] += steps_.weights(step_rows_[n])[s];
    }
  }

  bool chain_step(const Example& e, float rate) {
    score(e);
    double p = chain_.probabilities();
    const std::vector<uint32_t>& units = rows_[e.number].units;
    size_t role = 0;
    for (size_t k = 0; k < chain_.roles.size(); ++k) {
      size_t before = role;
      role = static_cast<size_t>(e.roles[units[k] - e.window.tokens.begin]);
      chain_.roles[k][role] -= 1;
      for (double& g : chain_.roles[k]) g = std::abs(g) < 1e-4 ? 0 : g * e.weight;
      for (uint32_t n = k ? role_ends_[k - 1] : 0; n < role_ends_[k]; ++n)
        roles_.descend(role_rows_[n], chain_.roles[k], rate);
      if (k == 0) continue;
      chain_.steps[k][before * word_role_count + role] -= 1;
      for (double& g : chain_.steps[k]) g = std::abs(g) < 1e-4 ? 0 : g * e.weight;
      for (uint32_t n = step_ends_[k - 1]; n < step_ends_[k]; ++n)
        steps_.descend(step_rows_[n], chain_.steps[k], rate);
    }
    return (p > 0.5) == e.is_cue;
  }

  TrainingOptions options_;
  Random random_;
  TaggerModel model_;
  std::vector<TaggerView> views_;
  std::vector<Example> examples_;
  Table<1> gate_;
  Table<word_role_count> roles_;
  Table<TaggerModel::step_count> steps_;
  FeatureCounts counts_;
  FeatureList features_;
  Chain chain_;
  std::vector<WindowRows> rows_;
  std::vector<uint32_t> role_rows_, step_rows_, role_ends_, step_ends_;
};

}  // namespace

TaggerModel train(std::vector<GoldArticle>& articles, const TrainingOptions& options,
                  const std::function<void(const std::string&)>& say) {
  Trainer trainer(articles, options);
  say(fmt::format("{} articles, {} candidates", articles.size(), trainer.example_count()));
  auto rate_of = [&](int epoch, int epochs) {
    return options.rate * static_cast<float>(epochs - epoch) / static_cast<float>(epochs);
  };
  constexpr int gate_epochs = 4;
  for (int epoch = 0; epoch < gate_epochs; ++epoch)
    say(fmt::format("gate {}: {:.4f} right", epoch + 1,
                    trainer.gate_epoch(rate_of(epoch, gate_epochs))));
  trainer.apply_gate(options.gate);
  say(fmt::format("{} windows", trainer.example_count()));
  for (int run = 0; run < options.runs; ++run) {
    if (run > 0) trainer.restart_chain();
    for (int epoch = 0; epoch < options.epochs; ++epoch)
      say(fmt::format(
          "run {}, chain {}: {:.4f} of cues right", run + 1, epoch + 1,
          trainer.chain_epoch(rate_of(epoch, options.epochs), 2 * epoch >= options.epochs)));
  }
  return trainer.model();
}

}  // namespace quotary
