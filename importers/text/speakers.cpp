#include <zhitu/importers/text/speakers.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

constexpr std::uint32_t farthest = 16; // characters between a name and the employer

class Introductions {
  public:
    Introductions(const Document& document, const Vocabulary& words, std::u32string_view speaker)
        : document_(document)
        , words_(words)
        , speaker_(speaker)
        , named_(!words.find(speaker, words.group("turn.answerer"))) {}

    [[nodiscard]] const Mention* find(const std::vector<std::vector<Mention>>& chosen) const {
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (!named_ && !document_.blocks[i].speaker.empty()) return nullptr;
            for (const Mention& mention : chosen[i])
                if ((mention.type == type::firm || mention.type == type::institution) && introduces(mention))
                    return &mention;
        }
        return nullptr;
    }

  private:
    [[nodiscard]] bool introduces(const Mention& mention) const {
        const Block& block = document_.blocks[mention.block];
        if (block.kind == BlockKind::meta && block.speaker == speaker_) return true;
        const std::u32string_view text = block.folded;
        const auto behind = text.substr(mention.range.end, farthest);
        if (!named_) return words_.contains(behind, words_.group("person.title"));
        const std::uint32_t reach = std::min(mention.range.begin, farthest / 2);
        const auto front = text.substr(mention.range.begin - reach, reach);
        return behind.find(speaker_) != std::u32string_view::npos || front.find(speaker_) != std::u32string_view::npos;
    }

    const Document& document_;
    const Vocabulary& words_;
    std::u32string_view speaker_;
    bool named_;
};

} // namespace

Speakers::Speakers(const Document& document, const std::vector<std::vector<Mention>>& chosen, const Vocabulary& words) {
    for (const Block& block : document.blocks) {
        if (block.speaker.empty() || employers_.contains(block.speaker)) continue;
        const Mention* employer = Introductions(document, words, block.speaker).find(chosen);
        employers_[block.speaker] = employer == nullptr ? ShortForm{} : ShortForm{employer->type, employer->identity()};
    }
}

void Speakers::propose(const BlockView& view, std::vector<Mention>& out) const {
    constexpr double certain = 6.0;
    const auto employer = employers_.find(view.block.speaker);
    if (employer == employers_.end() || employer->second.type.empty()) return;
    const GroupId self = view.words.group("actor.self");
    for (std::uint32_t at = 0; at < view.size();) {
        const auto word = view.words.starts_with(view.folded(at, view.size()), self);
        const std::uint32_t end = at + (word ? word->length : 1);
        if (word && word->value != "none") {
            Mention mention = view.mention(employer->second.type, {at, end}, certain, "speaker");
            mention.name = mention.key = employer->second.name;
            out.push_back(std::move(mention));
        }
        at = end;
    }
}

} // namespace zhitu::text
