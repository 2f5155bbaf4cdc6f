#include <zhitu/importers/detail/csv_columns.hpp>

#include <zhitu/base/error.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace zhitu::detail {
namespace {

using Role = Key::Role;
using Type = Key::Type;
using Use = CsvColumn::Use;

constexpr std::string_view props = "props.";

constexpr std::array<std::pair<std::string_view, Type>, 6> types{{{"boolean", Type::boolean},
                                                                  {"int", Type::integer},
                                                                  {"double", Type::real},
                                                                  {"string", Type::string},
                                                                  {"list", Type::list},
                                                                  {"json", Type::json}}};

constexpr std::array<std::pair<std::string_view, Role>, 6> node_roles{{{"id", Role::id},
                                                                       {"name", Role::name},
                                                                       {"type", Role::type},
                                                                       {"labels", Role::labels},
                                                                       {"aliases", Role::aliases},
                                                                       {"evidence", Role::evidence}}};
constexpr std::array<std::pair<std::string_view, Role>, 2> edge_roles{
    {{"type", Role::type}, {"evidence", Role::evidence}}};
constexpr std::array<std::string_view, 3> told_by_evidence{"document", "section", "quote"};

template <class Pairs>
const auto* find(const Pairs& pairs, std::string_view name) {
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == name; });
    return found == pairs.end() ? nullptr : &found->second;
}

// NAME:TYPE, where TYPE is one of ours.
Key key_of(std::string_view heading) {
    Key key;
    if (const std::size_t colon = heading.rfind(':'); colon != std::string_view::npos)
        if (const Type* type = find(types, heading.substr(colon + 1))) {
            key.type = *type;
            heading = heading.substr(0, colon);
        }
    key.name = heading;
    return key;
}

Role role_of(std::string_view name, CsvHeader::Table table, CsvHeader::Origin origin) {
    const bool nodes = table == CsvHeader::Table::nodes;
    if (const Role* role = nodes ? find(node_roles, name) : find(edge_roles, name)) return *role;
    if (origin == CsvHeader::Origin::others) return name == "label" ? Role::label : Role::property;
    const bool told = std::find(told_by_evidence.begin(), told_by_evidence.end(), name) != told_by_evidence.end();
    return told || (!nodes && name == "symmetric") ? Role::repeated : Role::property;
}

} // namespace

CsvHeader::CsvHeader(std::span<const std::string_view> names) {
    const auto has = [&](std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); };
    if (has("source") && has("target"))
        table_ = Table::edges;
    else if (!has("id"))
        throw Error(ErrorCode::bad_input, "the header names neither an id nor a source and a target",
                    "name the columns in the first row, with commas between them");
    if (has("evidence")) origin_ = Origin::ours;
    for (const std::string_view name : names) {
        CsvColumn column{Use::data, key_of(without_guard(name))};
        Key& key = column.key;
        const auto same = [&](const CsvColumn& other) { return other.key.name == key.name; };
        if (!key.name.empty() && std::any_of(columns_.begin(), columns_.end(), same))
            throw Error(ErrorCode::bad_input, fmt::format("the column '{}' stands twice", key.name),
                        "keep one of them");
        key.role = role_of(key.name, table_, origin_);
        if (table_ == Table::edges && key.name == "source") column.use = Use::source;
        if (table_ == Table::edges && key.name == "target") column.use = Use::target;
        if (key.name.empty() || key.role == Role::repeated) column.use = Use::none;
        columns_.push_back(std::move(column));
    }
    if (origin_ == Origin::others) return;
    for (CsvColumn& column : columns_)
        if (column.key.name.starts_with(props)) column.key.name.erase(0, props.size());
}

std::string_view without_guard(std::string_view text) {
    constexpr std::string_view begins_formula = "=+-@\t\r";
    if (!text.starts_with('\'')) return text;
    const std::size_t first = text.find_first_not_of('\'');
    const bool guarded = first != std::string_view::npos && begins_formula.find(text[first]) != std::string_view::npos;
    return guarded ? text.substr(1) : text;
}

} // namespace zhitu::detail
