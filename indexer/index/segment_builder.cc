#include "indexer/index/segment_builder.h"

#include <xapian.h>

#include "common/base/error.h"
#include "common/store/index_reader.h"
#include "common/store/segment_database.h"
#include "indexer/index/stored_documents.h"

namespace quotary {
namespace {

// Flushing often keeps Xapian's in-memory inverter in the cache: 2.6 times as fast as one flush.
constexpr unsigned kDocumentsPerFlush = 50;
// Parts are private until they are merged: a killed run starts them anew.
constexpr int kPartFlags = Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST |
                           Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

struct ApiFinishedPart : FinishedPart {
  ApiFinishedPart(std::filesystem::path f, size_t added) : folder(std::move(f)), documents(added) {}
  ~ApiFinishedPart() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  std::filesystem::path folder;
  size_t documents;
};

class ApiSegmentPart : public SegmentPart {
 public:
  explicit ApiSegmentPart(const std::filesystem::path& folder) : folder_(folder) {
    with_index_errors(folder_,
                      [&] { database_ = Xapian::WritableDatabase(folder_.string(), kPartFlags); });
  }

  void add(const IndexDocument& document) override {
    Xapian::Document out;
    document.for_each_posting([&](std::string_view bytes, uint32_t position, uint32_t wdf) {
      term_.assign(bytes);
      if (position > 0) {
        out.add_posting(term_, position, wdf);
      } else {
        out.add_term(term_, wdf);
      }
    });
    for (const auto& [slot, value] : document.values())
      out.add_value(static_cast<Xapian::valueno>(slot), value);
    out.set_data(document.data());
    with_index_errors(folder_, [&] {
      database_.add_document(out);
      if (++added_ % kDocumentsPerFlush == 0) database_.commit();
    });
  }

  std::unique_ptr<FinishedPart> finish() override {
    with_index_errors(folder_, [&] {
      database_.commit();
      database_.close();
    });
    return std::make_unique<ApiFinishedPart>(folder_, added_);
  }

 private:
  std::filesystem::path folder_;
  Xapian::WritableDatabase database_;
  std::string term_;
  size_t added_ = 0;
};

// Makes one database `target` of several, which have so many documents together.
void compact(const std::vector<std::filesystem::path>& databases,
             const std::filesystem::path& target, size_t documents) {
  with_index_errors(target, [&] {
    Xapian::Database all;
    for (const auto& folder : databases) all.add_database(open_segment_database(folder));
    all.compact(target.string(), Xapian::Compactor::FULL);
    if (open_segment_database(target).get_doccount() != documents)
      throw Error(ErrorKind::index, target.string() + ": merging lost documents",
                  "nothing was changed; try again");
  });
}

// Writes a segment again without some of its documents. False where that leaves none.
bool write_without(const std::filesystem::path& segment, const DocumentSet& dropped,
                   const SegmentBuilder& builder, const std::filesystem::path& target) {
  std::filesystem::path part_folder = target;
  part_folder += ".part0";
  std::vector<std::unique_ptr<FinishedPart>> parts;
  with_index_errors(segment, [&] {
    std::unique_ptr<SegmentPart> part;
    read_documents(open_segment_database(segment), dropped, [&](const IndexDocument& document) {
      if (!part) part = builder.new_part(part_folder);
      part->add(document);
    });
    if (part) parts.push_back(part->finish());
  });
  if (parts.empty()) return false;
  builder.merge_parts(parts, target);
  return true;
}

class ApiSegmentBuilder : public SegmentBuilder {
 public:
  std::string_view name() const override { return "api"; }

  std::unique_ptr<SegmentPart> new_part(const std::filesystem::path& folder) const override {
    return std::make_unique<ApiSegmentPart>(folder);
  }

  void merge_parts(const std::vector<std::unique_ptr<FinishedPart>>& parts,
                   const std::filesystem::path& segment) const override {
    std::vector<std::filesystem::path> folders;
    size_t documents = 0;
    for (const auto& part : parts) {
      const auto& finished = static_cast<const ApiFinishedPart&>(*part);
      folders.push_back(finished.folder);
      documents += finished.documents;
    }
    compact(folders, segment, documents);
  }
};

}  // namespace

std::unique_ptr<SegmentBuilder> make_api_segment_builder() {
  return std::make_unique<ApiSegmentBuilder>();
}

void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::vector<std::string>& dropped, const SegmentBuilder& builder,
                    const std::filesystem::path& target) {
  std::vector<std::filesystem::path> kept;
  std::vector<std::filesystem::path> written;
  size_t left = 0;  // documents that the target must have
  for (const std::filesystem::path& segment : segments) {
    DocumentSet documents = with_index_errors(segment, [&] {
      const Xapian::Database database = open_segment_database(segment);
      DocumentSet found = documents_with(database, dropped);
      left += database.get_doccount() - found.size();
      return found;
    });
    if (documents.empty()) {
      kept.push_back(segment);
      continue;
    }
    std::filesystem::path again = target;
    again += "." + std::to_string(kept.size());
    if (!write_without(segment, documents, builder, again)) continue;
    written.push_back(again);
    kept.push_back(again);
  }
  compact(kept, target, left);
  for (const std::filesystem::path& folder : written) std::filesystem::remove_all(folder);
}

}  // namespace quotary
