#include <zhitu/importers/text/answers.hpp>

#include <zhitu/importers/text/types.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace zhitu::text {
namespace {

using Bigrams = std::set<std::u32string>;

constexpr double least_stated = 0.34;   // share of a problem's name that a clause behind "to solve" must have
constexpr double least_inferred = 0.24; // and that the whole advice must have, where nothing is stated
constexpr double weight_of_subjects = 0.5;

double share_of(const Bigrams& of, const Bigrams& in) {
    if (of.empty()) return 0;
    const auto shared = std::count_if(of.begin(), of.end(), [&](const auto& gram) { return in.contains(gram); });
    return static_cast<double>(shared) / static_cast<double>(of.size());
}

struct Problem {
    const HeadedItem* item = nullptr;
    Bigrams name;
};

class Answers {
  public:
    Answers(const Reading& reading, const std::vector<HeadedItem>& items, Facts& facts)
        : reading_(reading)
        , facts_(facts) {
        for (const HeadedItem& item : items) {
            if (item.type != type::challenge) continue;
            problems_.push_back({&item, {}});
            add_bigrams(item.name, problems_.back().name);
        }
    }

    void connect(const HeadedItem& advice) {
        if (!connect_stated(advice)) connect_inferred(advice);
    }

  private:
    void add_bigrams(const Passage& place, Bigrams& out) const {
        const auto text = reading_.folded(place.block, place.range);
        for (std::size_t i = 0; i + 1 < text.size(); ++i) out.insert(std::u32string(text.substr(i, 2)));
    }

    // "… to solve X": the text behind shares most of the bigrams of the problem's name.
    bool connect_stated(const HeadedItem& advice) {
        bool found = false;
        std::vector<Passage> places = advice.body;
        places.push_back(advice.name);
        for (const Passage& place : places)
            for (const auto& cue : reading_.cues(place.block, place.range, "solve")) {
                Bigrams said;
                add_bigrams({place.block, {cue.range.begin, place.range.end}, {}}, said);
                const Problem* best = nearest(said, least_stated, [](const Problem&) { return 0.0; });
                if (best == nullptr) continue;
                facts_.connect("ADDRESSES", advice.node, best->item->node, {place}, "headed.answer-stated");
                found = true;
            }
        return found;
    }

    void connect_inferred(const HeadedItem& advice) {
        Bigrams said;
        add_bigrams(advice.name, said);
        for (const Passage& place : advice.body) add_bigrams(place, said);
        const auto subjects = facts_.targets("PROMOTES", advice.node);
        const Problem* best = nearest(said, least_inferred, [&](const Problem& problem) {
            return weight_of_subjects * shared_subjects(subjects, problem.item->node);
        });
        if (best == nullptr) return;
        facts_.connect("ADDRESSES", advice.node, best->item->node, {advice.name, best->item->name},
                       "headed.answer-inferred");
        facts_.edge("ADDRESSES", advice.node, best->item->node)->inferred = true;
    }

    /// The problem whose name is most in `said`, if more than `least`.
    template <class Bonus>
    [[nodiscard]] const Problem* nearest(const Bigrams& said, double least, Bonus bonus) const {
        const Problem* best = nullptr;
        for (const Problem& problem : problems_) {
            const double share = share_of(problem.name, said) + bonus(problem);
            if (share <= least) continue;
            best = &problem;
            least = share;
        }
        return best;
    }

    // The share of an advice's subjects that the problem has too.
    [[nodiscard]] double shared_subjects(const std::vector<int>& subjects, int problem) const {
        const auto shared = std::count_if(subjects.begin(), subjects.end(),
                                          [&](int subject) { return facts_.connected("CONCERNS", problem, subject); });
        return subjects.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(subjects.size());
    }

    const Reading& reading_;
    Facts& facts_;
    std::vector<Problem> problems_;
};

} // namespace

void connect_answers(const Reading& reading, const std::vector<HeadedItem>& items, Facts& facts) {
    Answers answers(reading, items, facts);
    for (const HeadedItem& item : items)
        if (item.type == type::recommendation) answers.connect(item);
}

} // namespace zhitu::text
