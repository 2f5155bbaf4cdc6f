// The sentences of sentences.txt, and those of sentences_not_yet.txt, which are hidden.
#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>
#include <sstream>

namespace {

struct Example {
    std::string family;
    std::string text;
    std::vector<std::string> present, absent;
};

std::string unescape(std::string line) {
    for (std::size_t at = 0; (at = line.find("\\n", at)) != std::string::npos;) line.replace(at, 2, "\n");
    return line;
}

std::vector<Example> read_examples(std::string_view file) {
    std::istringstream lines(read_source(file));
    std::vector<Example> examples;
    std::string line, family;
    while (std::getline(lines, line)) {
        if (line.starts_with("## "))
            family = line.substr(3);
        else if (line.starts_with("+ "))
            examples.back().present.push_back(line.substr(2));
        else if (line.starts_with("- "))
            examples.back().absent.push_back(line.substr(2));
        else if (!line.empty() && line.front() != '#')
            examples.push_back({family, unescape(line), {}, {}});
    }
    return examples;
}

/// A text of one line as the body of a paper: alone it might be a title.
std::string paper_of(const std::string& text) {
    return text.find('\n') == std::string::npos ? "观察\n\n1 正文\n\n" + text + "\n" : text;
}

/// Whether `text` has the form of `pattern`, in which `*` stands for anything.
bool matches(std::string_view pattern, std::string_view text) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return pattern == text;
    if (!text.starts_with(pattern.substr(0, star))) return false;
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t at = star; at <= text.size(); ++at)
        if (matches(rest, text.substr(at))) return true;
    return false;
}

bool has(const std::vector<std::string>& facts, std::string_view pattern) {
    return std::any_of(facts.begin(), facts.end(), [&](const std::string& fact) { return matches(pattern, fact); });
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out.append("\n  ").append(line);
    return out;
}

void check_file(std::string_view file) {
    const auto examples = read_examples(file);
    REQUIRE_FALSE(examples.empty());
    for (const Example& example : examples) {
        REQUIRE(example.present.size() + example.absent.size() > 0);
        const std::string paper = paper_of(example.text);
        auto facts = edges_of(paper);
        const auto properties = properties_of(paper);
        facts.insert(facts.end(), properties.begin(), properties.end());
        INFO(example.family << ": " << example.text << "\nfound: " << joined(facts));
        for (const std::string& fact : example.present) {
            INFO("must be there: " << fact);
            CHECK(has(facts, fact));
        }
        for (const std::string& fact : example.absent) {
            INFO("must not be there: " << fact);
            CHECK_FALSE(has(facts, fact));
        }
    }
}

} // namespace

TEST_CASE("a pattern of a fact has the stars that it needs") {
    CHECK(matches("A * -> 乙", "A 甲 -> 乙"));
    CHECK(matches("A *", "A "));
    CHECK_FALSE(matches("A * -> 乙", "A 甲 -> 乙丙"));
    CHECK_FALSE(matches("A", "A 甲"));
}

TEST_CASE("sentences give the facts that they state, and no others") {
    check_file("tests/text/sentences.txt");
}

TEST_CASE("sentences that are not mastered yet", "[.]") {
    check_file("tests/text/sentences_not_yet.txt");
}
