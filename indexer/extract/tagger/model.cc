#include "indexer/extract/tagger/model.h"

#include <fmt/format.h>
#include <zlib.h>

#include <bit>
#include <cstring>

#include "common/base/error.h"

namespace quotary {
namespace {

constexpr std::string_view magic = "QTYTAG";
constexpr uint16_t version = 1;
constexpr uint32_t max_bits = 22;  // of any table: bounds what a damaged header can ask for
constexpr uint32_t max_scale = 1024;

static_assert(std::endian::native == std::endian::little,
              "tables are written as they lie in memory");

uint32_t checksum(std::string_view bytes) {
  return static_cast<uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

template <class T>
void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class T>
void put_table(std::string& out, const std::vector<T>& table) {
  out.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T));
}

// Takes values off the front of the bytes; never reads past their end.
class Bytes {
 public:
  Bytes(std::string_view bytes, std::string_view name) : rest_(bytes), name_(name) {}

  std::string_view take(size_t size) {
    if (size > rest_.size()) fail("is cut short");
    std::string_view front = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return front;
  }
  template <class T>
  T value() {
    T v;
    std::memcpy(&v, take(sizeof v).data(), sizeof v);
    return v;
  }
  template <class T>
  void table(std::vector<T>& into, size_t rows) {
    std::string_view bytes = take(rows * sizeof(T));
    into.resize(rows);
    std::memcpy(into.data(), bytes.data(), bytes.size());
  }
  uint32_t table_bits(uint32_t least) {
    auto bits = value<uint32_t>();
    if (bits < least || bits > max_bits) fail("has a table of an impossible size");
    return bits;
  }
  bool empty() const { return rest_.empty(); }

  [[noreturn]] void fail(std::string_view what) const {
    throw Error(ErrorKind::input, fmt::format("{}: the model {}", name_, what),
                "take the model file of this version's release, or make one with quotary-train; "
                "without a model the rules alone are used");
  }

 private:
  std::string_view rest_;
  std::string_view name_;
};

FormSet read_forms(Bytes& in) {
  FormSet forms(in.table_bits(6));
  in.table(forms.words(), forms.words().size());
  return forms;
}

void put_forms(std::string& out, const FormSet& forms) {
  put(out, forms.bits());
  put_table(out, forms.words());
}

}  // namespace

std::string write_model(const TaggerModel& model) {
  std::string out(magic);
  put(out, version);
  for (uint32_t number : {model.gate_bits, model.role_bits, model.step_bits, model.scale})
    put(out, number);
  put(out, model.gate_threshold);
  put(out, model.accept_threshold);
  put(out, model.filed_threshold);
  put(out, model.filed_rule_threshold);
  put_forms(out, model.cue_forms);
  put_forms(out, model.known_forms);
  put_table(out, model.gate);
  put_table(out, model.roles);
  put_table(out, model.steps);
  put(out, checksum(out));
  return out;
}

TaggerModel read_model(std::string_view bytes, std::string_view name) {
  Bytes in(bytes, name);
  if (bytes.substr(0, magic.size()) != magic) in.fail("is no model of this program");
  in.take(magic.size());
  if (auto found = in.value<uint16_t>(); found != version)
    in.fail(fmt::format("is of version {}, not {}", found, version));
  if (bytes.size() < magic.size() + sizeof version + sizeof(uint32_t)) in.fail("is cut short");
  std::string_view body = bytes.substr(0, bytes.size() - sizeof(uint32_t));
  if (Bytes end(bytes.substr(body.size()), name); end.value<uint32_t>() != checksum(body))
    in.fail("is damaged: its checksum is wrong");
  TaggerModel model;
  model.gate_bits = in.table_bits(1);
  model.role_bits = in.table_bits(1);
  model.step_bits = in.table_bits(1);
  model.scale = in.value<uint32_t>();
  if (model.scale == 0 || model.scale > max_scale) in.fail("has an impossible scale");
  model.gate_threshold = in.value<int32_t>();
  model.accept_threshold = in.value<int32_t>();
  model.filed_threshold = in.value<int32_t>();
  model.filed_rule_threshold = in.value<int32_t>();
  model.cue_forms = read_forms(in);
  model.known_forms = read_forms(in);
  in.table(model.gate, size_t{1} << model.gate_bits);
  in.table(model.roles, size_t{1} << model.role_bits);
  in.table(model.steps, size_t{1} << model.step_bits);
  in.take(sizeof(uint32_t));
  if (!in.empty()) in.fail("has bytes after its end");
  return model;
}

}  // namespace quotary
