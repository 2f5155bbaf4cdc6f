// zhitu schema: which types of things and edges there are.
#include "answer.hpp"

#include <zhitu/packs/messages.hpp>
#include <zhitu/packs/policy.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <set>

namespace zhitu::cli {
namespace {

List properties_of(const std::map<std::string, PropertyType>& properties) {
    List names;
    for (const auto& [name, type] : properties) names.emplace_back(name);
    return names;
}

/// The allowed ends of an edge type, those of one source type together.
List ends_of(const EdgeType& type) {
    List out;
    for (std::size_t i = 0; i < type.ends.size();) {
        const std::string& source = type.ends[i].first;
        std::string targets;
        for (; i < type.ends.size() && type.ends[i].first == source; ++i)
            targets += fmt::format("{}{}", targets.empty() ? "" : ", ", type.ends[i].second);
        out.emplace_back(fmt::format("{} → {}", source, targets));
    }
    return out;
}

Table schema_table(const Schema& schema, Language language) {
    Table table;
    table.columns = {{"element", Heading::message, Align::left},
                     {"type", Heading::property, Align::left},
                     {"name", Heading::property, Align::left},
                     {"ends", Heading::message, Align::left},
                     {"properties", Heading::message, Align::left}};
    for (const NodeType& type : schema.node_types())
        table.rows.push_back({message("element.node", language), type.name, type.names.in(language), Value(),
                              properties_of(type.properties)});
    for (const EdgeType& type : schema.edge_types())
        table.rows.push_back({message("element.edge", language), type.name, type.names.in(language), ends_of(type),
                              properties_of(type.properties)});
    return table;
}

Json names_json(const Names& names) {
    return {{"zh", names.zh}, {"en", names.en}};
}

Json properties_json(const std::map<std::string, PropertyType>& properties) {
    Json out = Json::object();
    for (const auto& [name, type] : properties) out[name] = names_json(type.names);
    return out;
}

Json schema_json(const Schema& schema) {
    Json nodes = Json::object(), edges = Json::object();
    for (const NodeType& type : schema.node_types())
        nodes[type.name] = {{"names", names_json(type.names)}, {"properties", properties_json(type.properties)}};
    for (const EdgeType& type : schema.edge_types())
        edges[type.name] = {
            {"names", names_json(type.names)}, {"ends", type.ends}, {"properties", properties_json(type.properties)}};
    return {{"name", schema.name()}, {"nodes", std::move(nodes)}, {"edges", std::move(edges)}};
}

Run setup(CLI::App& app) {
    auto output = std::make_shared<Output>();
    add_output(app, *output, Forms::tables);
    return [output](const Context& context) {
        const Schema& schema = *policy_schema();
        Answer answer;
        answer.schema = &schema;
        answer.table = [&](Language language) { return schema_table(schema, language); };
        answer.json = [&] { return schema_json(schema); };
        give(answer, *output, context);
        return Status::done;
    };
}

} // namespace

Command schema_command() {
    return {"schema",
            "which types of things, edges and properties there are",
            "Shows the ontology of policy papers: the types of nodes and edges, what people call them, between which "
            "types an edge may run, and the properties.",
            {{"schema", "in the language of the screen"}, {"schema --lang en --format md -o schema.md", "as a page"}},
            setup};
}

} // namespace zhitu::cli
