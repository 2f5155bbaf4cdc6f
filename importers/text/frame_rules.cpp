#include <zhitu/importers/text/frame_rules.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/text/discourse.hpp>

#include <fmt/format.h>

#include <array>
#include <sstream>
#include <utility>

namespace zhitu::text {
namespace {

constexpr std::array<std::pair<std::string_view, Topic>, 8> topics{{
    {"policy", Topic::policy},
    {"practice", Topic::practice},
    {"characteristic", Topic::characteristic},
    {"challenge", Topic::challenge},
    {"recommendation", Topic::recommendation},
    {"task", Topic::task},
    {"goal", Topic::goal},
    {"plan", Topic::plan},
}};

class FrameParser {
  public:
    FrameParser(const SourceFile& file, std::vector<Frame>& frames)
        : file_(file)
        , frames_(frames) {}

    void run() {
        std::istringstream lines(file_.text);
        for (std::string line; std::getline(lines, line);) {
            ++line_;
            std::istringstream words(line.substr(0, line.find('#')));
            std::string key;
            if (!(words >> key)) continue;
            read(key, words);
        }
    }

  private:
    [[noreturn]] void refuse(std::string problem, std::string hint) const {
        throw Error(ErrorCode::bad_input, std::move(problem), std::move(hint), {file_.name, line_, 0});
    }

    void read(const std::string& key, std::istringstream& words) {
        std::vector<std::string> values;
        for (std::string word; words >> word;) values.push_back(word);
        if (values.empty()) refuse(fmt::format("'{}' has no value", key), "give one");
        if (key == "frame") {
            frames_.emplace_back().name = values.front();
            return;
        }
        if (frames_.empty()) refuse(fmt::format("'{}' stands before 'frame'", key), "begin with 'frame NAME'");
        Frame& frame = frames_.back();
        if (key == "trigger")
            frame.trigger = values.front();
        else if (key == "source")
            frame.source = slot(values);
        else if (key == "target")
            frame.target = slot(values);
        else if (key == "in")
            frame.whole_sentence = values.front() == "sentence";
        else if (key == "with")
            frame.with = values;
        else if (key == "not")
            frame.without = values;
        else if (key == "lone")
            frame.without_types = values;
        else if (key == "apart")
            frame.apart = values;
        else if (key == "make")
            frame.edge = values.front();
        else if (key == "unless")
            for (const auto& value : values) frame.unless |= modality(value);
        else if (key == "skip")
            for (const auto& value : values) frame.skip.push_back(topic(value));
        else
            refuse(fmt::format("unknown key '{}'", key),
                   "use trigger, source, target, in, with, not, lone, apart, unless, skip or make");
    }

    [[nodiscard]] std::uint8_t modality(const std::string& name) const {
        const std::uint8_t value = modality_named(name);
        if (value == fact)
            refuse(fmt::format("unknown modality '{}'", name), "use negated, planned, conditional, doubtful or undone");
        return value;
    }

    [[nodiscard]] Topic topic(const std::string& name) const {
        for (const auto& [known, value] : topics)
            if (known == name) return value;
        refuse(fmt::format("unknown topic '{}'", name), "see docs/packs.md");
    }

    [[nodiscard]] static std::string* class_slot(Slot& slot, std::string_view key) {
        if (key == "behind") return &slot.before;
        if (key == "not-behind") return &slot.not_before;
        if (key == "followed") return &slot.followed;
        if (key == "not-followed") return &slot.not_followed;
        if (key == "pronoun") return &slot.pronoun;
        return nullptr;
    }

    [[nodiscard]] static Slot slot(const std::vector<std::string>& values) {
        Slot out;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string& value = values[i];
            if (value == "before")
                out.side = Side::before;
            else if (value == "after")
                out.side = Side::after;
            else if (value == "any")
                out.side = Side::any;
            else if (value == "right-before")
                out.side = Side::adjacent_before;
            else if (value == "right-after")
                out.side = Side::adjacent_after;
            else if (value == "nearest")
                out.take = Take::nearest;
            else if (value == "list")
                out.take = Take::list;
            else if (value == "all")
                out.take = Take::all;
            else if (value == "carried")
                out.carried = true;
            else if (value == "last")
                out.last = true;
            else if (value == "close")
                out.close = true;
            else if (value == "head")
                out.head = true;
            else if (std::string* word_class = class_slot(out, value); word_class != nullptr && i + 1 < values.size())
                *word_class = values[++i];
            else if (value == "else" && i + 1 < values.size())
                out.other_types.push_back(values[++i]);
            else
                out.types.push_back(value);
        }
        return out;
    }

    const SourceFile& file_;
    std::vector<Frame>& frames_;
    std::size_t line_ = 0;
};

} // namespace

std::vector<Frame> parse_frames(const Pack& pack) {
    std::vector<Frame> frames;
    for (const SourceFile& file : pack.rules()) FrameParser(file, frames).run();
    return frames;
}

} // namespace zhitu::text
