#include <zhitu/graph/dictionary.hpp>

namespace zhitu {

Dictionary::StringId Dictionary::add(std::string_view text) {
    if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
    const auto id = static_cast<StringId>(strings_.size());
    strings_.emplace_back(text);
    ids_.emplace(strings_.back(), id);
    return id;
}

Dictionary::StringId Dictionary::find(std::string_view text) const {
    const auto found = ids_.find(text);
    return found == ids_.end() ? none : found->second;
}

} // namespace zhitu
