#include <zhitu/packs/check.hpp>

#include <zhitu/packs/source.hpp>

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace zhitu {

std::vector<PackFinding> check_pack(const std::filesystem::path& folder) {
    std::vector<PackFinding> findings;
    const PackSource pack = read_pack(folder, findings);
    std::map<std::tuple<std::string, std::string>, const SourceEntry*> seen;
    for (const SourceEntry& entry : pack.entries) {
        if (entry.trust == Trust::word) continue;
        const auto [found, fresh] = seen.emplace(std::tuple(entry.group, entry.form), &entry);
        if (!fresh && found->second->name != entry.name)
            findings.push_back(PackFinding{Place{folder.string(), 0, 0},
                                           fmt::format("'{}' names the {} '{}' and the {} '{}'", entry.form,
                                                       entry.group, found->second->name, entry.group, entry.name)});
    }
    return findings;
}

} // namespace zhitu
