#include "train/chain.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace quotary {
namespace {

constexpr size_t roles_count = word_role_count;
constexpr auto outside = static_cast<size_t>(WordRole::outside);
constexpr auto cue = static_cast<size_t>(WordRole::cue);

// Scales a row to the sum 1 and returns what it was scaled by.
double normalise(Chain::Roles& row) {
  double sum = 0;
  for (double x : row) sum += x;
  for (double& x : row) x /= sum;
  return sum;
}

}  // namespace

double exponential(double x) {
  if (x < -700) return 0;
  x = std::min(x, 700.0);
  double n = std::floor(x * 1.4426950408889634 + 0.5);
  double r = (x - n * 0.6931471803691238) - n * 1.9082149292705877e-10;
  double sum = 1, term = 1;
  for (int i = 1; i <= 11; ++i) sum += term *= r / i;
  return std::ldexp(sum, static_cast<int>(n));
}

double Chain::probabilities() {
  size_t size = roles.size();
  // Every score is taken relative to "all outside", whose own score so becomes 0.
  for (size_t k = 0; k < size; ++k) {
    double base = roles[k][outside];
    for (size_t r = 0; r < roles_count; ++r) {
      bool allowed = k != head || r == cue;
      roles[k][r] = allowed ? exponential(roles[k][r] - base) : 0;
    }
    double step_base = steps[k][outside * roles_count + outside];
    for (double& s : steps[k]) s = exponential(s - step_base);
  }
  std::vector<Roles> forward(size), backward(size);
  forward[0] = roles[0];
  // The product of the scales is the sum over all paths with a cue; kept as mantissa and exponent.
  int64_t exponent = 0;
  double mantissa = 1;
  auto scale_by = [&](double scale) {
    int e = 0;
    mantissa = std::frexp(mantissa * scale, &e);
    exponent += e;
  };
  scale_by(normalise(forward[0]));
  for (size_t k = 1; k < size; ++k) {
    forward[k].fill(0);
    for (size_t p = 0; p < roles_count; ++p)
      for (size_t r = 0; r < roles_count; ++r)
        forward[k][r] += forward[k - 1][p] * steps[k][p * roles_count + r] * roles[k][r];
    scale_by(normalise(forward[k]));
  }
  double all = exponent > 900
                   ? 1e270
                   : std::ldexp(mantissa, static_cast<int>(std::max<int64_t>(exponent, -900)));
  double is_cue = all / (1 + all);
  backward[size - 1].fill(1);
  for (size_t k = size - 1; k > 0; --k) {
    backward[k - 1].fill(0);
    for (size_t p = 0; p < roles_count; ++p)
      for (size_t r = 0; r < roles_count; ++r)
        backward[k - 1][p] += steps[k][p * roles_count + r] * roles[k][r] * backward[k][r];
    normalise(backward[k - 1]);
  }
  for (size_t k = 0; k < size; ++k) {
    if (k > 0) {
      double sum = 0;
      for (size_t p = 0; p < roles_count; ++p)
        for (size_t r = 0; r < roles_count; ++r)
          sum += steps[k][p * roles_count + r] *= forward[k - 1][p] * roles[k][r] * backward[k][r];
      for (double& s : steps[k]) s *= is_cue / sum;
      steps[k][outside * roles_count + outside] += 1 - is_cue;
    }
  }
  for (size_t k = 0; k < size; ++k) {
    for (size_t r = 0; r < roles_count; ++r) roles[k][r] = forward[k][r] * backward[k][r];
    normalise(roles[k]);
    for (double& p : roles[k]) p *= is_cue;
    roles[k][outside] += 1 - is_cue;
  }
  return is_cue;
}

}  // namespace quotary
