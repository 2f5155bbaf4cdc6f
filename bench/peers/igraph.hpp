// igraph's C library: owners for its graphs and vectors.
#pragma once

#include "arrays.hpp"

#include <igraph.h>

#include <cstdlib>
#include <utility>

namespace zhitu::bench {

class IgraphVector {
  public:
    explicit IgraphVector(std::size_t size = 0) {
        igraph_vector_int_init(&vector_, static_cast<igraph_integer_t>(size));
    }
    IgraphVector(IgraphVector&& other) noexcept
        : vector_(other.vector_) {
        igraph_vector_int_init(&other.vector_, 0);
    }
    IgraphVector& operator=(IgraphVector&&) = delete;
    ~IgraphVector() { igraph_vector_int_destroy(&vector_); }

    [[nodiscard]] igraph_vector_int_t* get() { return &vector_; }
    [[nodiscard]] const igraph_vector_int_t* get() const { return &vector_; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(igraph_vector_int_size(&vector_)); }
    [[nodiscard]] igraph_integer_t& operator[](std::size_t i) { return VECTOR(vector_)[i]; }
    [[nodiscard]] igraph_integer_t operator[](std::size_t i) const { return VECTOR(vector_)[i]; }

  private:
    igraph_vector_int_t vector_;
};

/// The ends of the edges one after the other, as igraph takes them.
inline IgraphVector igraph_ends(const Pairs& edges) {
    IgraphVector ends(2 * edges.pairs.size());
    for (std::size_t i = 0; i < edges.pairs.size(); ++i) {
        ends[2 * i] = edges.pairs[i].first;
        ends[2 * i + 1] = edges.pairs[i].second;
    }
    return ends;
}

class Igraph {
  public:
    Igraph(const IgraphVector& ends, std::size_t node_count, igraph_bool_t directed = IGRAPH_DIRECTED) {
        igraph_create(&graph_, ends.get(), static_cast<igraph_integer_t>(node_count), directed);
    }
    Igraph(const Pairs& edges, std::size_t node_count, igraph_bool_t directed = IGRAPH_DIRECTED)
        : Igraph(igraph_ends(edges), node_count, directed) {}
    /// Takes over what a function of igraph made.
    explicit Igraph(const igraph_t& made)
        : graph_(made) {}
    Igraph(Igraph&& other) noexcept
        : graph_(other.graph_)
        , owned_(std::exchange(other.owned_, false)) {}
    Igraph& operator=(Igraph&&) = delete;
    ~Igraph() {
        if (owned_) igraph_destroy(&graph_);
    }

    [[nodiscard]] const igraph_t* get() const { return &graph_; }
    [[nodiscard]] igraph_t* get() { return &graph_; }
    [[nodiscard]] std::size_t edge_count() const { return static_cast<std::size_t>(igraph_ecount(&graph_)); }

  private:
    igraph_t graph_;
    bool owned_ = true;
};

} // namespace zhitu::bench
