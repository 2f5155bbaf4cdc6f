#include <zhitu/importers/importer.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>

using namespace zhitu;

namespace {

using Paths = std::vector<std::filesystem::path>;

/// Papers that name the same things and one another's aliases; two of one title.
Paths write_papers(const TemporaryFolder& folder) {
    const std::string heading = "\n\n1 政策\n\n";
    return {
        folder.write("a/one.txt",
                     "甲文" + heading + "国家发展改革委2020年印发《冷链物流发展规划》。大疆推出植保无人机。\n"),
        folder.write("b/one.txt",
                     "乙文" + heading + "国家发展和改革委员会2021年印发《低空经济行动方案》，支持植保无人机。\n"),
        folder.write("c/two.txt",
                     "综述" + heading + "云杉科技有限公司（以下简称“云杉”）开发了无人叉车。云杉还推出了植保无人机。\n"),
        folder.write("d/two.txt", "综述" + heading + "安达物流有限公司部署无人叉车，差错率降低了20%。\n"),
        folder.write("three.txt", "丙文" + heading + "云杉开发了无人叉车。\n"),
    };
}

std::string json_of_files(const Paths& paths, std::size_t jobs) {
    ImportOptions options;
    options.jobs = jobs;
    return json_of(import_files(paths, options));
}

} // namespace

TEST_CASE("any order of the files and any number of jobs give the same bytes") {
    const TemporaryFolder folder;
    Paths paths = write_papers(folder);
    const std::string expected = json_of_files(paths, 1);
    std::sort(paths.begin(), paths.end());
    do {
        for (const std::size_t jobs : {1U, 4U}) REQUIRE(json_of_files(paths, jobs) == expected);
    } while (std::next_permutation(paths.begin(), paths.end()));
}

TEST_CASE("every evidence names its document, and the document its file") {
    const TemporaryFolder folder;
    const Graph graph = import_files(write_papers(folder));
    REQUIRE(graph.documents().size() == 5);
    std::vector<std::string> files;
    for (const DocumentInfo& document : graph.documents()) files.push_back(document.file);
    std::sort(files.begin(), files.end());
    CHECK(files == std::vector<std::string>{"a/one.txt", "b/one.txt", "c/two.txt", "d/two.txt", "three.txt"});
    for (const NodeId node : graph.nodes())
        for (const EvidenceView& evidence : graph.evidence(node))
            CHECK(std::any_of(graph.documents().begin(), graph.documents().end(),
                              [&](const DocumentInfo& document) { return document.id == evidence.document; }));
}

TEST_CASE("papers share their technologies, and a short form of one paper is the firm of another") {
    const TemporaryFolder folder;
    const Graph graph = import_files(write_papers(folder));
    CHECK(graph.evidence(node_named(graph, "Technology", "无人叉车")).size() >= 3);
    CHECK_FALSE(graph.find_id("firm:云杉"));
    CHECK(graph.find_id("firm:云杉科技有限公司"));
}

TEST_CASE("bad files among good ones are told in the order of the files, however many are read at a time") {
    const TemporaryFolder folder;
    Paths paths = write_papers(folder);
    const std::string expected = json_of_files(paths, 1);
    const auto broken = folder.write("broken.json", R"({"nodes": [{"id": "firm:half", "type": "Firm"}, {"id": )");
    paths.insert(paths.begin(), folder.path() / "missing.txt");
    paths.insert(paths.begin() + 3, broken);
    for (const std::size_t jobs : {1U, 3U}) {
        ImportOptions options;
        options.jobs = jobs;
        std::vector<std::string> errors;
        options.bad_file = [&](const Error& error) { errors.push_back(error.place().file); };
        CHECK(json_of(import_files(paths, options)) == expected);
        CHECK(errors == std::vector<std::string>{paths.front().string(), broken.string()});
        options.bad_file = nullptr;
        CHECK_THROWS_WITH(import_files(paths, options), Contains("missing.txt"));
    }
}
