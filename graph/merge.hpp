// Many graphs become one: documents are told apart, and what several of them name is one node.
//
// - Two documents of one id whose passages differ get ids of their own: `ID`, `ID#2`, in order of their files and then
//   of what was read. The same passages twice are one document.
// - Nodes whose names reach everywhere (see NameScope) are one where type and name are alike, apart from case, blanks
//   and quotes. An alias joins too: a thing that is called so in one graph, and the only thing that has this name as an
//   alias in the others. An alias that several things share joins none of them, and neither does one where a number
//   (such as the year) contradicts.
// - Other nodes belong to their document, and a repeated id gets `#2` in order of the documents.
// - An edge with evidence joins with that of its type and ends, parallel ones without are kept; evidence is kept once.
// - A property that several give is that of the first document.
#pragma once

#include <zhitu/base/error.hpp>
#include <zhitu/graph/builder.hpp>
#include <zhitu/graph/graph.hpp>

#include <functional>
#include <memory>
#include <string_view>

#pragma GCC visibility push(default)
namespace zhitu {

/// Collects graphs and makes one of them, which depends on what was added but not on the order. What is kept of a graph
/// is about as large as the graph, its strings once for all. Not for several threads at once.
class GraphMerger {
  public:
    explicit GraphMerger(std::shared_ptr<const Schema> schema = nullptr);
    GraphMerger(const GraphMerger&) = delete;
    GraphMerger& operator=(const GraphMerger&) = delete;
    ~GraphMerger();

    /// Takes in a graph. `source` is the file that it came from: named in errors, and where documents of several
    /// folders have one file name, the folders are taken from it. O(size of `part`).
    void add(const Graph& part, std::string_view source = {});

    /// The one graph; the merger is empty afterwards. `refused` gets the error (bad_input, with the source as place) of
    /// a graph that has a node of another type under an id that was used before; the rest is merged without it. Where
    /// `refused` is empty the error is thrown, as are those of GraphBuilder::freeze. O(n log n).
    [[nodiscard]] Graph freeze(const FreezeOptions& options = {},
                               const std::function<void(const Error&)>& refused = {});

  private:
    struct Data;
    std::unique_ptr<Data> data_;
};

} // namespace zhitu
#pragma GCC visibility pop
