#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace quotary {

// What went wrong, as far as a program's exit code and a person's next step depend on it.
enum class ErrorKind {
  usage,     // wrong options or arguments
  query,     // a query that cannot be understood
  input,     // a source file or folder that cannot be read
  index,     // an index that is missing, damaged, locked, or of another version
  output,    // standard output or a file cannot be written
  internal,  // a defect of this program
};

// Thrown inside; shown once, at a program's edge, as
//   quotary-index: MESSAGE
//     hint: HINT
// The message names the file and the place; the hint says what to do (it may be empty).
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message, std::string hint = {})
      : std::runtime_error(message), kind_(kind), hint_(std::move(hint)) {}

  ErrorKind kind() const { return kind_; }
  const std::string& hint() const { return hint_; }

 private:
  ErrorKind kind_;
  std::string hint_;
};

}  // namespace quotary
