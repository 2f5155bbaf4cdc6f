#include <zhitu/importers/graphml.hpp>

#include <zhitu/importers/detail/graph_input.hpp>
#include <zhitu/importers/detail/graphml_reader.hpp>
#include <zhitu/importers/detail/xml_scanner.hpp>
#include <zhitu/importers/detail/xml_tree.hpp>

#include <string>

namespace zhitu {
namespace {

// RapidXML takes some seven times the text and a quarter of the scanner's speed at this size: 7 MiB and 10 ms, which no
// one notices. Beyond it the document would decide about the memory, and not the graph.
constexpr std::size_t most_bytes_for_tree = std::size_t{1} << 20;

bool recognizes(std::string_view text) {
    return text.substr(0, 4096).find("<graphml") != std::string_view::npos;
}

void read(const detail::GraphInput& input) {
    detail::GraphmlReader reader(input);
    std::string head;
    if (append_bytes(head, input.text, most_bytes_for_tree) == Ended::yes) {
        detail::walk_xml(head, input.options.limits, reader);
    } else {
        JoinedSource whole(std::move(head), input.text);
        detail::scan_xml(whole, input.options.limits, reader);
    }
    reader.finish();
}

} // namespace

Importer graphml_importer() {
    Importer importer{"graphml", "GraphML of zhitu, NetworkX, igraph, Gephi, yEd or Neo4j", {".graphml"}, recognizes};
    importer.read_graph = read;
    return importer;
}

} // namespace zhitu
