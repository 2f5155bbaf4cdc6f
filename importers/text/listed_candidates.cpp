// Candidates of a list that says what its members are: "A, B and three other steps", "the steps A and B".
#include <zhitu/importers/text/candidates.hpp>

#include <zhitu/importers/text/numbers.hpp>
#include <zhitu/importers/text/runs.hpp>

#include <algorithm>
#include <optional>

namespace zhitu::text {
namespace {

constexpr double list_weight = 1.1;
constexpr std::uint32_t longest_member = 12;

/// The classes of words that may stand behind a list.
struct BehindList {
    explicit BehindList(const Vocabulary& words)
        : others(words.group("list.and-others"))
        , classifier(words.group("list.classifier"))
        , grade(words.group("list.grade"))
        , head(words.group("list.head")) {}

    /// Does one of them begin here? Most places have none, and one look tells it.
    [[nodiscard]] bool begins(const BlockView& view, std::uint32_t at) const {
        bool found = false;
        view.words.pack().walk(view.folded(at, view.size()).substr(0, 6), [&](std::uint32_t, std::uint32_t entry) {
            const GroupId group = view.words.pack().group_of(entry);
            found = found || group == others || group == classifier || group == grade || group == head;
        });
        return found;
    }

    GroupId others, classifier, grade, head;
};

// Skips a word of a class where one stands.
bool skip(const BlockView& view, std::uint32_t& at, GroupId word_class) {
    const auto word = view.words.starts_with(view.folded(at, view.size()).substr(0, 6), word_class);
    if (word) at += word->length;
    return word.has_value();
}

bool skip_count(const BlockView& view, std::uint32_t& at) {
    const auto rest = view.folded(at, view.size());
    std::uint32_t length = whole_number_at(rest).length;
    if (length == 0)
        if (const auto numeral = view.words.numeral(rest)) length = numeral->length;
    at += length;
    return length > 0;
}

struct Kind {
    std::string_view type;
    bool counted = false; // "and others" or a number stands between the list and the word for its members
};

// What the words behind a list say of its members: [and others][number][classifier][grade]HEAD.
std::optional<Kind> kind_behind(const BlockView& view, const BehindList& words, std::uint32_t at) {
    const bool begins = words.begins(view, at);
    Kind kind;
    kind.counted = begins && skip(view, at, words.others);
    if (skip_count(view, at)) kind.counted = true;
    if (!begins && !kind.counted) return std::nullopt;
    skip(view, at, words.classifier);
    while (skip(view, at, words.grade)) {
    }
    const auto head = view.words.starts_with(view.folded(at, view.size()).substr(0, 6), words.head);
    if (!head) return std::nullopt;
    kind.type = head->value;
    return kind;
}

// Is this the place behind a joining word or comma of a list? Gives where the member before it ends.
std::optional<std::uint32_t> end_before_joint(const BlockView& view, std::uint32_t begin) {
    if (begin < 2) return std::nullopt;
    const auto word =
        view.words.ends_with(view.folded(begin > 3 ? begin - 3 : 0, begin), view.words.group("list.joint"));
    return word ? std::optional(begin - word->length) : std::nullopt;
}

// Where a member that ends at `end` begins: behind the nearest joint, else where its run of words does.
std::uint32_t begin_of_member(const BlockView& view, std::uint32_t end) {
    const std::uint32_t begin = run_begin(view, end, longest_member, Verbs::adjacent);
    for (std::uint32_t at = end - 1; at > begin; --at)
        if (view.lexical.edge[at] && end_before_joint(view, at)) return at;
    return begin;
}

std::vector<Range> members_before(const BlockView& view, std::uint32_t end) {
    std::vector<Range> members;
    for (std::optional<std::uint32_t> next = end; next && *next > 0;) {
        const Range member{begin_of_member(view, *next), *next};
        if (member.size() < 2 || !view.lexical.edge[member.begin]) break;
        members.push_back(member);
        next = end_before_joint(view, member.begin);
    }
    return members;
}

// Short words need the plain sign of a list. A firm has a brand; other firms are those of a branch.
std::optional<std::string_view> type_of(const BlockView& view, const Kind& kind, Range member) {
    const auto text = view.folded(member.begin, member.end);
    if (view.words.find(text, view.words.group(std::string(kind.type) + ".generic"))) return std::nullopt;
    if (view.words.ends_with(text, view.words.group("name.abstract"))) return std::nullopt;
    if (kind.type == type::firm) {
        if (!is_term(view, member) && is_brand(view, member)) return type::firm;
        if (view.words.find(text, view.words.group("firm.no-brand"))) return std::nullopt;
        return type::industry;
    }
    if (kind.type == "activity-or-branch") return is_activity(view, member) ? type::scenario : type::industry;
    if (member.size() < 3 && (!kind.counted || kind.type == type::technology)) return std::nullopt;
    return kind.type;
}

} // namespace

void propose_listed(const BlockView& view, std::vector<Mention>& out) {
    const BehindList words(view.words);
    for (std::uint32_t at = 2; at < view.size(); ++at) {
        if (!view.lexical.edge[at]) continue;
        const auto kind = kind_behind(view, words, at);
        if (!kind) continue;
        const auto members = members_before(view, at);
        if (members.empty() || (!kind->counted && members.size() < 2)) continue;
        for (const Range& member : members)
            if (const auto type = type_of(view, *kind, member))
                out.push_back(view.mention(*type, member, list_weight, "list-of-kind"));
    }
}

} // namespace zhitu::text
