#include <zhitu/packs/join.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/packs/compile.hpp>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace zhitu {
namespace {

/// A pack with the bytes that it views.
struct OwnedPack {
    explicit OwnedPack(std::string compiled)
        : bytes(std::move(compiled))
        , pack(bytes) {}
    std::string bytes;
    Pack pack;
};

PackSource read_without_findings(const std::filesystem::path& folder) {
    std::vector<PackFinding> findings;
    PackSource source = read_pack(folder, findings);
    if (!findings.empty())
        throw Error(ErrorCode::bad_input, findings.front().problem, "see `zhitu pack check`", findings.front().place);
    for (SourceFile& file : source.rules) file.name = (folder / file.name).string();
    return source;
}

template <class Item>
void append(std::vector<Item>& all, std::vector<Item> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

std::shared_ptr<const Pack> join_packs(std::span<const std::filesystem::path> folders) {
    const Pack& builtin = Pack::builtin();
    if (folders.empty()) return {std::shared_ptr<const Pack>(), &builtin};
    PackSource all = builtin.source();
    for (const std::filesystem::path& folder : folders) {
        PackSource more = read_without_findings(folder);
        append(all.entries, std::move(more.entries));
        append(all.rules, std::move(more.rules));
        append(all.measures, std::move(more.measures));
    }
    const auto owned = std::make_shared<const OwnedPack>(compile_pack(all, builtin.lexicon()));
    return {owned, &owned->pack};
}

} // namespace zhitu
