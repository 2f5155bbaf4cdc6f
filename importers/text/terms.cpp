// What the body names: technologies, scenarios, industries and firms become nodes wherever they stand.
#include <zhitu/importers/text/families.hpp>
#include <zhitu/importers/text/measures.hpp>

namespace zhitu::text {
namespace {

constexpr double least_score = 1.0;      // of a mention that makes a node by itself
constexpr double least_firm_score = 2.2; // of a firm that nothing else speaks for

bool readable(const Block& block) {
    switch (block.kind) {
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::table_row:
    case BlockKind::record:
    case BlockKind::heading:
    case BlockKind::abstract:
    case BlockKind::title:
        return !block.latin;
    default:
        return false;
    }
}

bool makes_node(const Mention& mention) {
    if (mention.type == type::technology || mention.type == type::scenario || mention.type == type::industry)
        return mention.score >= least_score;
    return mention.type == type::firm && mention.score >= least_firm_score;
}

// An activity that only stands in the name of a metric.
bool is_metric(const Reading& reading, const Mention& mention) {
    if (mention.type != type::scenario) return false;
    const Range clause = reading.place(mention).range;
    return names_metric(measures_in(reading, mention.block, clause), mention.range);
}

} // namespace

void read_terms(const Reading& reading, Facts& facts) {
    for (std::uint32_t i = 0; i < reading.document().blocks.size(); ++i) {
        if (!readable(reading.block(i))) continue;
        for (const Mention& mention : reading.mentions(i))
            if (makes_node(mention) && !is_metric(reading, mention)) facts.add(mention, reading.place(mention));
    }
}

} // namespace zhitu::text
