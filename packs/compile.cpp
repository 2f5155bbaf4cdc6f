#include <zhitu/packs/compile.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/packs/lexicon.hpp>
#include <zhitu/packs/trie.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <map>
#include <string_view>

namespace zhitu {
namespace {

/// Little-endian 32-bit numbers and length-prefixed strings padded to 4 bytes.
class Writer {
  public:
    void number(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) bytes_.push_back(static_cast<char>((value >> shift) & 0xFFU));
    }
    void string(std::string_view text) {
        number(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
        while (bytes_.size() % 4 != 0) bytes_.push_back('\0');
    }
    void numbers(std::span<const std::uint32_t> values) {
        number(static_cast<std::uint32_t>(values.size()));
        for (const std::uint32_t value : values) number(value);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

// The part of speech as far as the reader trusts it (jieba's tags).
WordClass class_of(std::string_view tag) {
    if (tag == "v" || tag == "vd" || tag == "vg") return WordClass::verb;
    if (tag == "r" || tag == "p" || tag == "c" || tag == "t" || tag == "d" || tag.starts_with("u"))
        return WordClass::function;
    return WordClass::other;
}

struct LexiconWord {
    std::u32string form;
    double count = 0;
    WordClass word_class = WordClass::other;
};

// Costs are negative logarithms of probabilities, in 1/256 nats; the word class stands above them.
std::vector<std::uint32_t> lexicon_trie(std::string_view lexicon) {
    std::vector<LexiconWord> words;
    double total = 0;
    while (!lexicon.empty()) {
        const auto end = lexicon.find('\n');
        const std::string_view line = lexicon.substr(0, end);
        lexicon.remove_prefix(end == std::string_view::npos ? lexicon.size() : end + 1);
        const auto blank = line.find(' ');
        if (blank == std::string_view::npos) continue;
        const double count = std::max(1.0, std::strtod(std::string(line.substr(blank + 1)).c_str(), nullptr));
        const std::string_view tag = line.substr(line.rfind(' ') + 1);
        std::u32string form = fold(to_utf32(line.substr(0, blank)));
        WordClass word_class = class_of(tag);
        if (form.size() > 2 && word_class == WordClass::function) word_class = WordClass::other; // such tags mislead
        words.push_back({std::move(form), count, word_class});
        total += count;
    }
    std::vector<std::pair<std::u32string, std::uint32_t>> entries;
    for (LexiconWord& word : words)
        entries.emplace_back(std::move(word.form), static_cast<std::uint32_t>(256 * std::log(total / word.count)) |
                                                       static_cast<std::uint32_t>(word.word_class)
                                                           << lexicon_class_shift);
    return entries.empty() ? std::vector<std::uint32_t>{} : build_trie(std::move(entries));
}

} // namespace

std::string compile_pack(const PackSource& pack, std::string_view lexicon) {
    return compile_pack(pack, lexicon_trie(lexicon));
}

std::string compile_pack(const PackSource& pack, std::span<const std::uint32_t> lexicon) {
    Writer out;
    out.number(0x4B50545A); // "ZTPK"
    out.number(3);          // version

    std::map<std::string_view, std::uint32_t> groups;
    for (const SourceEntry& entry : pack.entries) groups.emplace(entry.group, 0);
    std::uint32_t next = 0;
    for (auto& group : groups) group.second = next++;
    out.number(next);
    for (const auto& group : groups) out.string(group.first);

    std::vector<std::pair<std::u32string, std::uint32_t>> forms;
    out.number(static_cast<std::uint32_t>(pack.entries.size()));
    for (const SourceEntry& entry : pack.entries) {
        forms.emplace_back(fold(to_utf32(entry.form)), static_cast<std::uint32_t>(forms.size()));
        out.number(groups[entry.group]);
        out.number(static_cast<std::uint32_t>(entry.trust));
        out.string(entry.name);
        out.number(static_cast<std::uint32_t>(entry.properties.size()));
        for (const auto& [name, value] : entry.properties) {
            out.string(name);
            out.string(value);
        }
        out.number(static_cast<std::uint32_t>(entry.broader.size()));
        for (const std::string& name : entry.broader) out.string(name);
    }
    out.number(static_cast<std::uint32_t>(pack.rules.size()));
    for (const SourceFile& file : pack.rules) {
        out.string(file.name);
        out.string(file.text);
    }
    out.number(static_cast<std::uint32_t>(pack.measures.size()));
    for (const RuleMeasure& measure : pack.measures) {
        out.string(measure.rule);
        for (const std::uint32_t count : {measure.right, measure.wrong, measure.documents}) out.number(count);
    }
    out.numbers(build_trie(std::move(forms)));
    out.numbers(lexicon);
    return out.take();
}

} // namespace zhitu
