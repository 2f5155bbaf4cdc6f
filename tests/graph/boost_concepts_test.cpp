// What the face is a model of; nothing here runs.
#include <zhitu/graph/boost.hpp>

#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/property_map/property_map.hpp>

using namespace zhitu;

namespace {

template <class G>
struct IsGraph {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<G>));
};

template <class G>
struct IsFace : IsGraph<G> {
    BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyMatrixConcept<G>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, NodeId, boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, NodeId, boost::vertex_name_t>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<G, EdgeId, boost::edge_index_t>));
};

struct KeepAll {
    bool operator()(EdgeId) const { return true; }
    bool operator()(NodeId) const { return true; }
};

template struct IsFace<Graph>;
template struct IsFace<ReverseView>;
template struct IsFace<UndirectedView>;
template struct IsGraph<decltype(edges_of_types(Graph(), {"X"}))>;
template struct IsGraph<decltype(nodes_of_types(Graph(), {"X"}))>;
template struct IsGraph<decltype(filtered(Graph(), KeepAll(), KeepAll()))>;
template struct IsGraph<decltype(edges_of_types(UndirectedView(Graph()), {"X"}))>;
template struct IsGraph<decltype(edges_of_types(ReverseView(Graph()), {"X"}))>;
template struct IsGraph<WritableGraph>;

BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<PropertyMap<NodeId, std::int64_t>, NodeId>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<PropertyMap<NodeId, std::string_view>, NodeId>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<PropertyMap<EdgeId, double>, BoostEdge>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<NameMap, NodeId>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<IndexMap<EdgeId>, BoostEdge>));

} // namespace
