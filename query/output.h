#pragma once

#include <csignal>
#include <cstddef>
#include <string>
#include <string_view>

namespace quotary {

// Thrown when whoever reads standard output has gone (quotary-query ... | head): no error, there is
// just nobody left to write for.
struct OutputClosed {};

// What is known of standard output.
struct Terminal {
  bool is_terminal = false;
  bool colour = false;  // wanted: NO_COLOR, TERM=dumb and --color considered
  bool hyperlinks = false;
  size_t width = 80;  // $COLUMNS, the terminal's, else 80
};

// `colour` is auto, always or never.
Terminal standard_output(std::string_view colour);

// Standard output, buffered, through a pager where one is asked for: $QUOTARY_PAGER, $PAGER, else
// less; LESS=FRX where it is not set, as git has it, so that what fits on a screen is just printed.
// While the pager runs, Ctrl-C is the pager's: it ends what is still written, not this program,
// which would leave the terminal to the shell and the pager at once. One at a time.
class Output {
 public:
  explicit Output(bool pager);
  // Waits for the pager.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Throws OutputClosed, or Error{output} (a full disk).
  void write(std::string_view text);

  // Writes what is left. Throws as write() does.
  void finish();

 private:
  void flush();

  std::string buffer_;
  int fd_ = 1;
  int pager_ = 0;               // its process
  struct sigaction before_ {};  // what Ctrl-C did
};

}  // namespace quotary
