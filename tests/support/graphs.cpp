#include "support/graphs.hpp"

#include <zhitu/graph/builder.hpp>
#include <zhitu/packs/policy.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>

using namespace zhitu;

namespace {

using Mention = std::pair<std::uint32_t, std::uint32_t>;

class Random {
  public:
    Random(unsigned seed, Alphabet alphabet)
        : engine_(seed)
        , alphabet_(alphabet) {}

    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(engine_() % n); }

    std::string text(std::string out = {}) {
        static const std::vector<std::string> xml{"a",     "Z", "0", " ",   "\t", "\n", "\r",     "\"", "'",
                                                  "&",     "<", ">", "]]>", "\\", "; ", ";",      "[",  "]",
                                                  "&amp;", "/", ":", "=",   "知", "图", "\u2028", "😀"};
        static const std::vector<std::string> beyond{"\x01", "\x1f", std::string(1, '\0'), "\uFFFF", "\x0b"};
        for (std::uint32_t n = below(9); n > 0; --n) {
            const bool odd = alphabet_ == Alphabet::unicode && below(6) == 0;
            const auto& from = odd ? beyond : xml;
            out += from[below(static_cast<std::uint32_t>(from.size()))];
        }
        return out;
    }

    std::int64_t integer() {
        static const std::vector<std::int64_t> values{0, -1, 2015, INT32_MIN, INT64_MAX, INT64_MIN};
        return values[below(6)];
    }

    double real() {
        const double number = std::bit_cast<double>(static_cast<std::uint64_t>(engine_()) << 32 | engine_());
        return std::isfinite(number) ? number : 0.1;
    }

    List list(int depth = 0) {
        List out;
        for (std::uint32_t n = below(4); n > 0; --n)
            out.push_back(below(3) == 0 && depth < 3 ? Value(list(depth + 1)) : Value(text()));
        return out;
    }

    Evidence evidence() {
        Evidence out{text(), text(), below(1000), below(1000), below(100), text(), std::nullopt};
        if (below(2) == 0) out.mention = Mention{below(9), below(9)};
        return out;
    }

  private:
    std::mt19937 engine_;
    Alphabet alphabet_;
};

template <class Id>
void add_random_properties(GraphBuilder& builder, Random& random, Id id) {
    const auto sometimes = [&](const char* name, auto value) {
        if (random.below(3) == 0) builder.set(id, name, Value(value()));
    };
    sometimes("year", [&] { return random.integer(); });
    sometimes("confidence", [&] { return random.real(); });
    sometimes("inferred", [&] { return random.below(2) == 0; });
    sometimes("keywords", [&] { return random.list(); });
    sometimes("mixed", [&] { return random.below(2) == 0 ? Value(random.text()) : Value(random.integer()); });
    for (const char* name : {"年份", "label", "type", "id", "key", "weight", "symmetric", "evidence", "props",
                             "props.x", "x_list", "x_json", "Year", "e_year", "size", "", "source", "name"})
        sometimes(name, [&] { return random.text(); });
    for (std::uint32_t n = random.below(3); n > 0; --n) builder.add_evidence(id, random.evidence());
}

} // namespace

Graph sample_graph() {
    GraphBuilder builder(policy_schema());
    builder.set_title("样例");
    builder.add_document({"样例", "样例：机器人", "sample.txt"});
    const NodeId policy = builder.add_node("policy:中国制造2025", "Policy", "中国制造2025");
    const NodeId body = builder.add_node("body:国务院", "IssuingBody", "国务院");
    const NodeId robot = builder.add_node("technology:工业机器人", "Technology", "工业机器人");
    const NodeId firm = builder.add_node("firm:新松", "Firm", "新松");
    const NodeId other = builder.add_node("firm:A&B \"科技\"", "Firm", "A&B <\"科技\">");
    builder.add_alias(body, "中华人民共和国国务院");
    builder.add_label(policy, "Plan");
    builder.set(policy, "year", 2015);
    builder.add_evidence(policy, {"样例", "1", 0, 8, 1, "《中国制造2025》发布。", Mention{1, 9}});
    const EdgeId issued = builder.add_edge(body, policy, "ISSUED");
    builder.set(issued, "confidence", 0.9);
    builder.set(issued, "inferred", false);
    builder.add_evidence(issued, {"样例", "1", 0, 14, 1, "国务院发布《中国制造2025》", std::nullopt});
    const EdgeId targets = builder.add_edge(policy, robot, "TARGETS");
    builder.add_evidence(targets, {"样例", "2", 20, 26, 3, "支持机器人", std::nullopt});
    builder.add_evidence(targets, {"样例", "2.1", 30, 33, 4, "如：\"新松\" & 其他", std::nullopt});
    builder.add_edge(policy, robot, "TARGETS");
    builder.add_edge(firm, robot, "DEVELOPS");
    builder.add_edge(firm, other, "PARTNERS_WITH");
    builder.add_edge(firm, firm, "SERVES");
    return builder.freeze();
}

std::vector<std::string> nasty_strings() {
    std::string wide;
    for (int i = 0; i < 20'000; ++i) wide += "知";
    return {"\"quoted\" and 'single'",
            "]]>",
            "<![CDATA[x",
            "&amp; & &lt;",
            "<b>bold</b>",
            "back\\slash",
            "ends in\\",
            "line\nbreak",
            "return\r\nline",
            "\ttab\t",
            "😀 emoji",
            "u\u2028v",
            "مرحبا \u202Eabc",
            "=1+1",
            "  blank  ",
            " ",
            "\n",
            "\\N \\G \\E",
            "{a|b}",
            "a; b",
            "[\"x\"]",
            "null",
            "-- // /* */",
            "n0",
            "知图",
            wide};
}

Graph graph_of_strings(const std::vector<std::string>& strings) {
    GraphBuilder builder(policy_schema());
    for (std::size_t i = 0; i < strings.size(); ++i) {
        const std::string& text = strings[i];
        const NodeId node = builder.add_node("firm:" + std::to_string(i) + text, "Firm", text);
        builder.add_alias(node, text + "!");
        builder.add_alias(node, "; " + text);
        builder.add_label(node, text);
        builder.set(node, "note", text);
        builder.set(node, text, text);
        builder.set(node, "list", List{text, text});
        builder.add_evidence(node, {text, text, 1, 2, 3, text, std::nullopt});
        const EdgeId edge = builder.add_edge(node, NodeId(std::size_t{0}), "SERVES");
        builder.set(edge, "note", text);
        builder.add_evidence(edge, {"d", "1", 1, 2, 3, text, std::nullopt});
    }
    return builder.freeze();
}

Graph random_graph(unsigned seed, Alphabet alphabet) {
    Random random(seed, alphabet);
    GraphBuilder builder(policy_schema());
    builder.set_title(random.text());
    builder.add_document({random.text(), random.text(), random.text()});
    const std::uint32_t nodes = 1 + random.below(12);
    for (std::uint32_t i = 0; i < nodes; ++i) {
        const NodeId node = builder.add_node(random.text(std::to_string(i)), random.text("T"), random.text());
        for (std::uint32_t n = random.below(3); n > 0; --n) builder.add_label(node, random.text("L"));
        for (std::uint32_t n = random.below(3); n > 0; --n) builder.add_alias(node, random.text());
        add_random_properties(builder, random, node);
    }
    for (std::uint32_t n = random.below(30); n > 0; --n) {
        const NodeId source(random.below(nodes)), target(random.below(nodes));
        add_random_properties(builder, random, builder.add_edge(source, target, random.text("E")));
    }
    return builder.freeze();
}
