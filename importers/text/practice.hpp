// A case while it is gathered: who, with what, where, to which result.
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>
#include <zhitu/importers/text/measures.hpp>

#include <vector>

namespace zhitu::text {

/// A mention with the place that shows it.
struct Found {
    const Mention* mention = nullptr;
    Passage place;

    [[nodiscard]] bool same_as(const Mention& other) const { return mention->identity() == other.identity(); }
};

/// What a case reached.
struct Result {
    Measure measure;
    Passage place;
};

struct Practice {
    std::vector<Found> actors;
    std::vector<Found> tools, scenes, industries, regions;
    std::vector<Found> scene_places; // of the scene, where the case names none itself
    std::vector<Found> developed;    // tools that the actors made themselves
    std::vector<Result> results;
    std::vector<Passage> sentences; // the first introduces it
    bool deed = false;
    bool launch = false; // a product was brought out
    bool record = false; // told by fields
    int earlier = -1;    // the case that a table told before, of which the text goes on

    /// How many things it has gathered that it tells by itself.
    [[nodiscard]] std::size_t size() const { return tools.size() + scenes.size() + results.size() + regions.size(); }
    [[nodiscard]] bool open() const { return !actors.empty(); }
    [[nodiscard]] bool told() const {
        return deed ? !tools.empty() || !scenes.empty() || !results.empty() : launch && !results.empty();
    }
};

[[nodiscard]] bool contains(const std::vector<Found>& list, const Mention& mention);
/// Adds a mention unless one of its identity is there.
void add_found(std::vector<Found>& list, const Mention& mention, const Passage& place);

/// Names no actor of its own.
[[nodiscard]] bool is_general(const Reading& reading, const Sentence& sentence);

/// A case that is told becomes a node with its edges; heading and opening sentence give scenes and branches too.
/// Gives the node; -1 where nothing is told.
int make_case(const Reading& reading, Facts& facts, Practice practice);

} // namespace zhitu::text
