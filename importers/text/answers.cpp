#include <zhitu/importers/text/answers.hpp>

#include <zhitu/importers/text/types.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace zhitu::text {
namespace {

using Grams = std::set<std::u32string>;
using Numbers = std::vector<std::uint32_t>; // of problems

constexpr double least_stated = 0.34;   // share of a problem's name that a clause behind "to solve" must have
constexpr double least_inferred = 0.24; // and that the whole advice must have, where nothing is stated
constexpr double weight_of_subjects = 0.5;

struct Problem {
    const HeadedItem* item = nullptr;
    std::size_t bigrams = 0; // of its name
};

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

class Answers {
  public:
    Answers(const Reading& reading, const std::vector<HeadedItem>& items, Facts& facts)
        : reading_(reading)
        , facts_(facts) {
        for (const HeadedItem& item : items) {
            if (item.type == type::recommendation) advices_.push_back(&item);
            if (item.type != type::challenge) continue;
            const auto number = static_cast<std::uint32_t>(problems_.size());
            Grams name;
            add_bigrams(item.name, name);
            problems_.push_back({&item, name.size()});
            for (const std::u32string& gram : name) by_bigram_[gram].push_back(number);
            for (const int subject : facts.targets("CONCERNS", item.node)) by_subject_[subject].push_back(number);
            for (const std::u32string& gram : trigrams_of(item)) by_trigram_[gram].push_back(number);
        }
    }

    void connect() {
        for (const HeadedItem* advice : advices_)
            if (!answers_any(*advice) && !connect_stated(*advice)) connect_inferred(*advice);
        for (const HeadedItem* advice : advices_)
            if (!answers_any(*advice)) connect_by_terms(*advice);
        connect_by_order();
    }

  private:
    [[nodiscard]] bool answers_any(const HeadedItem& advice) const {
        return !facts_.targets("ADDRESSES", advice.node).empty();
    }

    void add_grams(const Passage& place, std::size_t length, Grams& out) const {
        const auto text = reading_.folded(place.block, place.range);
        for (std::size_t i = 0; i + length <= text.size(); ++i) out.insert(std::u32string(text.substr(i, length)));
    }

    void add_bigrams(const Passage& place, Grams& out) const { add_grams(place, 2, out); }

    [[nodiscard]] Grams trigrams_of(const HeadedItem& item) const {
        Grams out;
        add_grams(item.name, 3, out);
        for (const Passage& place : item.body) add_grams(place, 3, out);
        return out;
    }

    // The words that only one problem speaks of tell which one an advice answers.
    void connect_by_terms(const HeadedItem& advice) {
        constexpr std::uint32_t fewest = 3;
        Numbers counts(problems_.size(), 0);
        for (const std::u32string& gram : trigrams_of(advice))
            if (const auto found = by_trigram_.find(gram); found != by_trigram_.end() && found->second.size() == 1)
                ++counts[found->second.front()];
        const auto most = std::ranges::max_element(counts);
        if (most == counts.end() || *most < fewest || std::ranges::count(counts, *most) > 1) return;
        infer(advice, *problems_[static_cast<std::size_t>(most - counts.begin())].item, "headed.answer-by-terms");
    }

    // As many answers as problems, and those that are known stand in the same order: so do the others.
    void connect_by_order() {
        constexpr std::size_t fewest = 3, fewest_known = 2;
        const std::size_t count = advices_.size();
        if (count != problems_.size() || count < fewest) return;
        std::size_t known = 0, in_order = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (answers_any(*advices_[i])) ++known;
            if (facts_.connected("ADDRESSES", advices_[i]->node, problems_[i].item->node)) ++in_order;
        }
        if (in_order != known || in_order < fewest_known) return;
        for (std::size_t i = 0; i < count; ++i)
            if (!answers_any(*advices_[i])) infer(*advices_[i], *problems_[i].item, "headed.answer-in-order");
    }

    void infer(const HeadedItem& advice, const HeadedItem& problem, std::string_view rule) {
        facts_.connect("ADDRESSES", advice.node, problem.node, {advice.name, problem.name}, rule);
        facts_.edge("ADDRESSES", advice.node, problem.node)->inferred = true;
    }

    // "… to solve X": the text behind shares most of the bigrams of the problem's name.
    bool connect_stated(const HeadedItem& advice) {
        bool found = false;
        std::vector<Passage> places = advice.body;
        places.push_back(advice.name);
        for (const Passage& place : places)
            for (const auto& cue : reading_.cues(place.block, place.range, "solve")) {
                Grams said;
                add_bigrams({place.block, {cue.range.begin, place.range.end}, {}}, said);
                const Problem* best = nearest(said, {}, least_stated);
                if (best == nullptr) continue;
                facts_.connect("ADDRESSES", advice.node, best->item->node, {place}, "headed.answer-stated");
                found = true;
            }
        return found;
    }

    void connect_inferred(const HeadedItem& advice) {
        Grams said;
        add_bigrams(advice.name, said);
        for (const Passage& place : advice.body) add_bigrams(place, said);
        const auto subjects = facts_.targets("PROMOTES", advice.node);
        const Problem* best = nearest(said, subjects, least_inferred);
        if (best != nullptr) infer(advice, *best->item, "headed.answer-inferred");
    }

    /// The problem whose name is most in `said`, with a bonus for the share of `subjects` that it has too, if more than
    /// `least`.
    [[nodiscard]] const Problem* nearest(const Grams& said, const std::vector<int>& subjects, double least) const {
        const Numbers bigrams = shared(by_bigram_, said), concerns = shared(by_subject_, subjects);
        const Problem* best = nullptr;
        for (std::size_t i = 0; i < problems_.size(); ++i) {
            const double likeness =
                share(bigrams[i], problems_[i].bigrams) + weight_of_subjects * share(concerns[i], subjects.size());
            if (likeness <= least) continue;
            best = &problems_[i];
            least = likeness;
        }
        return best;
    }

    /// How many of `asked` each problem has.
    template <class Key>
    [[nodiscard]] Numbers shared(const std::map<Key, Numbers>& problems_by, const auto& asked) const {
        Numbers counts(problems_.size(), 0);
        for (const Key& key : asked)
            if (const auto found = problems_by.find(key); found != problems_by.end())
                for (const std::uint32_t problem : found->second) ++counts[problem];
        return counts;
    }

    const Reading& reading_;
    Facts& facts_;
    std::vector<Problem> problems_;
    std::vector<const HeadedItem*> advices_;
    std::map<std::u32string, Numbers> by_bigram_, by_trigram_;
    std::map<int, Numbers> by_subject_;
};

} // namespace

void connect_answers(const Reading& reading, const std::vector<HeadedItem>& items, Facts& facts) {
    Answers(reading, items, facts).connect();
}

} // namespace zhitu::text
