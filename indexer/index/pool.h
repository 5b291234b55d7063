#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace quotary {

// Things that remember what they have seen, kept for whoever needs one next. Any number of threads.
template <typename Thing>
class Pool {
 public:
  // One that nobody uses; where there is none, what make() returns, a std::unique_ptr.
  template <typename Make>
  std::unique_ptr<Thing> take(Make make) {
    {
      std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto thing = std::move(idle_.back());
        idle_.pop_back();
        return thing;
      }
    }
    return make();
  }

  void give_back(std::unique_ptr<Thing> thing) {
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(thing));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Thing>> idle_;
};

}  // namespace quotary
