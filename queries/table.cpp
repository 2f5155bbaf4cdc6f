#include <zhitu/queries/table.hpp>

namespace zhitu {

std::string_view heading(const TableColumn& column, const Schema* schema, Language language) {
    const std::string_view key = column.key;
    if (schema == nullptr) return key;
    switch (column.heading) {
    case Heading::property:
        return schema->property_label(key, language);
    case Heading::edge_out:
        return schema->edge_label(key, language);
    case Heading::edge_in:
        return schema->inverse_label(key.substr(incoming_prefix.size()), language);
    case Heading::node_type:
        return schema->node_label(key, language);
    case Heading::data:
    case Heading::message:
        break;
    }
    return key;
}

} // namespace zhitu
