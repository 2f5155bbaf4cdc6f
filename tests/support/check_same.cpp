#include "support/check_same.hpp"

#include "test.hpp"

#include <algorithm>
#include <set>
#include <type_traits>

using namespace zhitu;

namespace {

template <class Id>
void check_same_columns(const Graph& a, const Graph& b, Id id) {
    for (const Graph* graph : {&a, &b}) {
        const auto columns = std::is_same_v<Id, NodeId> ? graph->node_columns() : graph->edge_columns();
        for (const Column& column : columns) {
            INFO("property " << column.name());
            CHECK(a.property(id, column.name()) == b.property(id, column.name()));
        }
    }
}

template <class Id>
void check_same_evidence(const Graph& a, const Graph& b, Id id) {
    const auto left = a.evidence(id), right = b.evidence(id);
    REQUIRE(left.size() == right.size());
    for (std::size_t i = 0; i < left.size(); ++i) CHECK(left[i].copy() == right[i].copy());
}

std::set<std::string_view> label_set(const Graph& graph, NodeId node) {
    const auto labels = graph.labels(node);
    return {labels.begin(), labels.end()};
}

} // namespace

void check_same(const Graph& a, const Graph& b) {
    CHECK(a.title() == b.title());
    CHECK(std::equal(a.documents().begin(), a.documents().end(), b.documents().begin(), b.documents().end()));
    check_same_content(a, b);
}

void check_same_content(const Graph& a, const Graph& b) {
    REQUIRE(a.node_count() == b.node_count());
    REQUIRE(a.edge_count() == b.edge_count());
    for (const NodeId node : a.nodes()) {
        INFO("node " << a.id(node));
        CHECK(a.id(node) == b.id(node));
        CHECK(a.name(node) == b.name(node));
        CHECK(a.type(node) == b.type(node));
        CHECK(label_set(a, node) == label_set(b, node));
        CHECK(a.aliases(node) == b.aliases(node));
        check_same_columns(a, b, node);
        check_same_evidence(a, b, node);
    }
    for (const EdgeId edge : a.edges()) {
        INFO("edge " << edge.value());
        CHECK(a.source(edge) == b.source(edge));
        CHECK(a.target(edge) == b.target(edge));
        CHECK(a.type(edge) == b.type(edge));
        check_same_columns(a, b, edge);
        check_same_evidence(a, b, edge);
    }
}
