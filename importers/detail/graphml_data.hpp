// What the data of one node or edge of a GraphML file say.
#pragma once

#include <zhitu/graph/evidence.hpp>
#include <zhitu/importers/detail/graphml_keys.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhitu::detail {

struct GraphmlData {
    std::string id, name, label, drawn, type;
    List labels, aliases;
    std::vector<Evidence> evidence;
    std::vector<std::pair<std::string_view, Value>> properties; // names of keys, which live as long as the keys

    /// Empties it for the next node or edge and keeps the memory.
    void clear();
    /// Takes in the text of a key. Throws Error (bad_input, without place) as parse_value does.
    void add(const Key& key, std::string_view text);
    /// Takes in the defaults of keys that were not added.
    void add_defaults(const std::vector<const Key*>& keys);

    /// Files of others: the XML attribute `labels` (`:A:B`) is first of the types, and what has no better use stays a
    /// property.
    void adapt_node(std::string_view xml_labels);
    /// The same for edges, with the XML attribute `label`.
    void adapt_edge(std::string_view kind);

  private:
    void add_text(const Key& key, std::string_view text);
    void add_evidence(const Key& key, std::string_view text);

    std::vector<const Key*> seen_;
};

} // namespace zhitu::detail
