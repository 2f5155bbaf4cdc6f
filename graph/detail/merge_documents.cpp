#include <zhitu/graph/detail/merge_documents.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace zhitu::detail {
namespace {

std::uint64_t hash_of(std::string_view text) { // FNV-1a, the same on every machine
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash;
}

/// One document: where it stands in the parts, and what its parts call it.
struct Found {
    std::string id, file, title;
    std::uint64_t passages = 0;
    std::string source;                                           // the only file that it was read from
    std::vector<std::pair<std::size_t, std::size_t>> places = {}; // part, number in it
};

class DocumentMerger {
  public:
    DocumentMerger(std::span<const MergePart> parts, const Pools& pools)
        : parts_(parts)
        , pools_(pools) {}

    MergedDocuments run() {
        collect();
        std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return std::tie(a.id, a.file, a.title, a.passages) < std::tie(b.id, b.file, b.title, b.passages);
        });
        name_by_folder();
        MergedDocuments out;
        out.numbers.resize(parts_.size());
        for (std::size_t i = 0; i < parts_.size(); ++i) out.numbers[i].resize(parts_[i].documents.size());
        std::set<std::string> taken;
        for (const Found& found : found_) {
            std::string id = found.id;
            for (int repeat = 2; !taken.insert(id).second; ++repeat) id = fmt::format("{}#{}", found.id, repeat);
            for (const auto& [part, number] : found.places)
                out.numbers[part][number] = static_cast<std::uint32_t>(out.all.size());
            out.all.push_back({std::move(id), found.title, found.file});
        }
        return out;
    }

  private:
    void collect() {
        std::map<std::string_view, std::vector<Found>> by_title;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            for (std::size_t d = 0; d < parts_[i].documents.size(); ++d) {
                const auto& [id, title, file] = parts_[i].documents[d];
                const std::string& source = parts_[i].documents.size() == 1 ? parts_[i].source : std::string();
                by_title[pools_.strings[title]].push_back({std::string(pools_.strings[id]),
                                                           std::string(pools_.strings[file]),
                                                           std::string(pools_.strings[title]),
                                                           0,
                                                           source,
                                                           {{i, d}}});
            }
        for (auto& [title, group] : by_title) {
            if (group.size() == 1)
                found_.push_back(std::move(group.front()));
            else
                join_alike(group);
        }
    }

    void join_alike(std::vector<Found>& group) {
        std::map<std::uint64_t, Found> by_passages;
        for (Found& found : group) {
            found.passages = hash_of_passages(found.places.front());
            const auto [same, fresh] = by_passages.emplace(found.passages, found);
            if (fresh) continue;
            Found& first = same->second;
            first.id = std::min(first.id, found.id);
            if (std::tie(found.file, found.source) < std::tie(first.file, first.source)) {
                first.file = found.file;
                first.source = found.source;
            }
            first.places.push_back(found.places.front());
        }
        for (auto& [hash, found] : by_passages) found_.push_back(std::move(found));
    }

    [[nodiscard]] std::uint64_t hash_of_passages(std::pair<std::size_t, std::size_t> place) const {
        const MergePart& part = parts_[place.first];
        const StringId document = part.documents[place.second].id;
        std::set<std::uint64_t> hashes;
        for (const auto* passages : {&part.node_passages, &part.edge_passages})
            for (const MergePart::Passage& it : *passages)
                if (it.document == document)
                    hashes.insert(hash_of(fmt::format("{} {} {}", it.start, it.end, pools_.strings[it.quote])));
        std::uint64_t sum = 0;
        for (const std::uint64_t hash : hashes) sum = sum * 31 + hash;
        return sum;
    }

    // Files of one name in several folders: as many folders are named as tell them apart.
    void name_by_folder() {
        std::map<std::string, std::vector<Found*>> by_file;
        for (Found& found : found_)
            if (std::filesystem::path(found.source).filename() == found.file) by_file[found.file].push_back(&found);
        for (auto& [file, group] : by_file) {
            std::set<std::string> names;
            constexpr int most = 64;
            for (int folders = 1; folders < most && names.size() < group.size() && group.size() > 1; ++folders) {
                names.clear();
                for (Found* found : group) names.insert(found->file = with_folders(found->source, folders));
            }
        }
    }

    [[nodiscard]] static std::string with_folders(const std::filesystem::path& path, int folders) {
        std::filesystem::path out = path.filename(), rest = path.parent_path();
        for (; folders > 0 && rest.has_filename(); --folders, rest = rest.parent_path()) out = rest.filename() / out;
        return out.generic_string();
    }

    std::span<const MergePart> parts_;
    const Pools& pools_;
    std::vector<Found> found_;
};

} // namespace

MergedDocuments merge_documents(std::span<const MergePart> parts, const Pools& pools) {
    return DocumentMerger(parts, pools).run();
}

} // namespace zhitu::detail
