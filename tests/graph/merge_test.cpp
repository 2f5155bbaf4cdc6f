#include <zhitu/graph/merge.hpp>

#include <zhitu/packs/policy.hpp>

#include "test.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace zhitu;

namespace {

using Strings = std::vector<std::string>;

Evidence passage(std::string document, std::uint32_t start, std::string quote) {
    return {std::move(document), "1", start, start + 4, 1, std::move(quote), std::nullopt};
}

/// A paper that names one body, with what else it calls it.
Graph paper(const std::string& title, const std::string& body, const Strings& aliases = {}, int year = 0) {
    GraphBuilder builder(policy_schema());
    builder.set_title(title);
    builder.add_document({title, title, title + ".txt"});
    const NodeId document = builder.add_node("document:" + title, "Document", title);
    builder.add_evidence(document, passage(title, 0, title));
    const NodeId node = builder.add_node("issuingbody:" + body, "IssuingBody", body);
    for (const std::string& alias : aliases) builder.add_alias(node, alias);
    if (year > 0) builder.set(node, "year", year);
    builder.add_evidence(node, passage(title, 10, body + "印发规划。"));
    const NodeId policy = builder.add_node("policy:规划", "Policy", "规划");
    builder.add_evidence(policy, passage(title, 10, body + "印发规划。"));
    builder.add_evidence(builder.add_edge(node, policy, "ISSUED"), passage(title, 10, body + "印发规划。"));
    builder.add_evidence(builder.add_node("challenge:人才短缺@" + title, "Challenge", "人才短缺"),
                         passage(title, 30, body + "认为人才短缺。"));
    return builder.freeze();
}

Graph merged(const std::vector<Graph>& graphs) {
    GraphMerger merger(policy_schema());
    for (const Graph& graph : graphs) merger.add(graph);
    return merger.freeze();
}

Strings ids(const Graph& graph, std::string_view type) {
    Strings out;
    for (const NodeId node : graph.nodes(type)) out.emplace_back(graph.id(node));
    std::sort(out.begin(), out.end());
    return out;
}

Strings document_ids(const Graph& graph) {
    Strings out;
    for (const DocumentInfo& document : graph.documents()) out.push_back(document.id);
    return out;
}

} // namespace

TEST_CASE("one thing is one node, with the evidence of every document") {
    const Graph graph = merged({paper("甲文", "国务院"), paper("乙文", "国务院")});
    CHECK(ids(graph, "IssuingBody") == Strings{"issuingbody:国务院"});
    REQUIRE(graph.edge_count() == 1);
    const auto evidence = graph.evidence(EdgeId(0U));
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].document == "乙文");
    CHECK(evidence[1].document == "甲文");
    CHECK(ids(graph, "Challenge") == Strings{"challenge:人才短缺@乙文", "challenge:人才短缺@甲文"});
}

TEST_CASE("a name that is an alias elsewhere joins, under the full name") {
    const Graph graph =
        merged({paper("甲文", "国家发展改革委"), paper("乙文", "国家发展和改革委员会", {"国家发展改革委"})});
    CHECK(ids(graph, "IssuingBody") == Strings{"issuingbody:国家发展和改革委员会"});
    const NodeId body = graph.nodes("IssuingBody").front();
    CHECK(graph.aliases(body) == std::vector<std::string_view>{"国家发展改革委"});
    CHECK(graph.evidence(body).size() == 2);
    CHECK(graph.out_edges(body).size() == 1);
}

TEST_CASE("aliases join in a chain") {
    const Graph graph = merged({paper("甲文", "发改委"), paper("乙文", "国家发改委", {"发改委"}),
                                paper("丙文", "国家发展和改革委员会", {"国家发改委"})});
    CHECK(ids(graph, "IssuingBody") == Strings{"issuingbody:国家发展和改革委员会"});
}

TEST_CASE("an alias of several things joins none") {
    const Graph graph = merged({paper("甲文", "市工信局"), paper("乙文", "南京市工业和信息化局", {"市工信局"}),
                                paper("丙文", "苏州市工业和信息化局", {"市工信局"})});
    CHECK(ids(graph, "IssuingBody").size() == 3);
    const Graph two = merged(
        {paper("乙文", "南京市工业和信息化局", {"市工信局"}), paper("丙文", "苏州市工业和信息化局", {"市工信局"})});
    CHECK(ids(two, "IssuingBody").size() == 2);
}

TEST_CASE("a number that contradicts keeps things apart") {
    CHECK(ids(merged({paper("甲文", "领导小组", {}, 2018), paper("乙文", "数字化领导小组", {"领导小组"}, 2023)}),
              "IssuingBody")
              .size() == 2);
    CHECK(ids(merged({paper("甲文", "领导小组", {}, 2023), paper("乙文", "数字化领导小组", {"领导小组"}, 2023)}),
              "IssuingBody")
              .size() == 1);
}

TEST_CASE("documents of one title that say different things are told apart") {
    const Graph first = paper("综述", "国务院"), second = paper("综述", "财政部");
    for (const Graph& graph : {merged({first, second}), merged({second, first})}) {
        CHECK(document_ids(graph) == Strings{"综述", "综述#2"});
        CHECK(ids(graph, "Document") == Strings{"document:综述", "document:综述#2"});
        CHECK(ids(graph, "Challenge") == Strings{"challenge:人才短缺@综述", "challenge:人才短缺@综述#2"});
        for (const NodeId node : graph.nodes("Challenge"))
            CHECK(std::string(graph.id(node)).ends_with("@" + std::string(graph.evidence(node).front().document)));
    }
    // The same body is in the same of the two whatever came first.
    const auto document_of = [](const Graph& graph) {
        return std::string(graph.evidence(*graph.find_id("issuingbody:财政部")).front().document);
    };
    CHECK(document_of(merged({first, second})) == document_of(merged({second, first})));
}

TEST_CASE("the same document twice is one, and so is a graph merged with a part of it") {
    const Graph first = paper("综述", "国务院"), second = paper("综述", "财政部"), third = paper("另一篇", "教育部");
    CHECK(document_ids(merged({first, first})) == Strings{"综述"});
    CHECK(merged({first, first}).evidence(EdgeId(0U)).size() == 1);
    const Graph all = merged({first, second, third});
    const Graph again = merged({all, second});
    CHECK(document_ids(again) == document_ids(all));
    CHECK(again.node_count() == all.node_count());
    CHECK(again.edge_count() == all.edge_count());
    CHECK(ids(again, "Challenge") == ids(all, "Challenge"));
}

TEST_CASE("files of one name are told apart by their folders") {
    GraphMerger merger(policy_schema());
    const auto add = [&](const std::string& title, const std::string& source) {
        GraphBuilder builder(policy_schema());
        builder.add_document({title, title, "paper.txt"});
        merger.add(builder.freeze(), source);
    };
    add("甲文", "data/2023/paper.txt");
    add("乙文", "data/2024/paper.txt");
    const Graph graph = merger.freeze();
    REQUIRE(graph.documents().size() == 2);
    CHECK(graph.documents()[0].file == "2024/paper.txt");
    CHECK(graph.documents()[1].file == "2023/paper.txt");
}

TEST_CASE("parallel edges without evidence are kept, and not doubled by the same graph") {
    GraphBuilder builder;
    builder.add_node("a", "Thing");
    builder.add_node("b", "Thing");
    for (int i = 0; i < 2; ++i) builder.add_edge("a", "b", "KNOWS");
    const Graph graph = builder.freeze();
    GraphMerger merger;
    merger.add(graph);
    merger.add(graph);
    CHECK(merger.freeze().edge_count() == 2);
}

TEST_CASE("nodes that share a name under ids of their own stay two") {
    GraphBuilder builder(policy_schema());
    builder.add_node("p1", "Person", "王伟");
    builder.add_node("p2", "Person", "王伟");
    const Graph graph = builder.freeze();
    CHECK(merged({graph, graph}).node_count() == 2);
}

TEST_CASE("a graph that calls a node by another type is refused, whatever the order") {
    const auto graph_of = [](const char* type) {
        GraphBuilder builder(policy_schema());
        builder.add_node("x", type, "x");
        builder.add_node(std::string("only:") + type, type, "y");
        return builder.freeze();
    };
    const Graph firm = graph_of("Firm"), region = graph_of("Region");
    const auto refused_of = [&](const std::vector<std::pair<const Graph*, std::string>>& parts) {
        GraphMerger merger(policy_schema());
        for (const auto& [graph, source] : parts) merger.add(*graph, source);
        Strings refused;
        const Graph graph = merger.freeze({}, [&](const Error& error) { refused.push_back(error.place().file); });
        CHECK(graph.node_count() == 2);
        return refused;
    };
    const Strings refused = refused_of({{&firm, "firm.json"}, {&region, "region.json"}});
    CHECK(refused.size() == 1);
    CHECK(refused_of({{&region, "region.json"}, {&firm, "firm.json"}}) == refused);
    GraphMerger merger(policy_schema());
    merger.add(firm);
    merger.add(region);
    CHECK_THROWS_AS(merger.freeze(), Error);
}
