#include <zhitu/importers/detail/xml_scanner.hpp>
#include <zhitu/importers/detail/xml_tree.hpp>

#include <zhitu/base/error.hpp>

#include "support/repeat.hpp"
#include "test.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace zhitu;

namespace {

/// Events as lines of text; parts of one text are one.
class Listing : public detail::XmlEvents {
  public:
    std::string lines;

    void open(const detail::XmlElement& element) override {
        end_text();
        lines += "<" + std::string(element.name);
        for (const auto& attribute : element.attributes)
            lines += " " + std::string(attribute.name) + "=" + std::string(attribute.value);
        lines += " @" + std::to_string(element.position.line) + ":" + std::to_string(element.position.column) + "\n";
    }
    void text(std::string_view text) override { text_ += text; }
    void close() override {
        end_text();
        lines += "/\n";
    }

  private:
    void end_text() {
        if (!text_.empty()) lines += "\"" + text_ + "\"\n";
        text_.clear();
    }
    std::string text_;
};

/// A text that comes `size` bytes at a time.
class Drops : public ByteSource {
  public:
    Drops(std::string_view text, std::size_t size)
        : rest_(text)
        , size_(size) {}
    std::size_t read(std::span<char> buffer) override {
        return rest_.read(buffer.first(std::min(size_, buffer.size())));
    }

  private:
    MemorySource rest_;
    std::size_t size_;
};

// The events, or what is wrong.
std::string scanned(std::string_view xml, std::size_t piece, const Limits& limits = {}) {
    Listing listing;
    Drops source(xml, piece);
    try {
        detail::scan_xml(source, limits, listing);
    } catch (const Error& error) {
        return error.what();
    }
    return listing.lines;
}

std::string walked(std::string_view xml) {
    Listing listing;
    try {
        detail::walk_xml(xml, {}, listing);
    } catch (const Error& error) {
        return error.what();
    }
    return listing.lines;
}

// What is wrong, or nothing.
std::string complaint(std::string_view xml, const Limits& limits = {}) {
    const std::string out = scanned(xml, xml.size() + 1, limits);
    return out.starts_with("<") ? "" : out;
}

} // namespace

TEST_CASE("well-formed XML passes") {
    for (const char* xml :
         {"<a/>", "<a></a>", "<?xml version=\"1.0\"?>\n<!-- c --><a x='1' y=\"2\">t<b /></a>\n<!-- end -->",
          "<!DOCTYPE graphml SYSTEM \"g.dtd\"><graphml/>", "<a>&amp;&lt;&gt;&quot;&apos;&#65;&#x4e2d;&#x1F600;</a>",
          "<a><![CDATA[<b> & ]] ]]></a>", "<y:a xmlns:y=\"u\" y:x=\"1\" x=\"2\"/>", "<a x=\"a>b\">]] ></a >",
          "<\xE5\x9B\xBE>\xE7\x9F\xA5</\xE5\x9B\xBE>", "<a><?pi <x> ?></a>"}) {
        INFO(xml);
        CHECK(complaint(xml) == "");
    }
}

TEST_CASE("XML that is not well-formed is told with line and column") {
    struct Bad {
        const char* xml;
        const char* says; // the beginning of the message
    };
    const Bad cases[] = {
        {"", "line 1:1: there is no element"},
        {"<a>\n<b>\n</a>", "line 3:1: </a> where </b> is due"},
        {"<a>\n  <b>", "line 2:3: <b> is never closed"},
        {"</a>", "line 1:1: </a> closes nothing"},
        {"<a/><b/>", "line 1:5: a second root element <b>"},
        {"<a/>x", "line 1:5: text outside the root element"},
        {"x<a/>", "line 1:1: text outside the root element"},
        {"<a x='1' y='2' x='3'/>", "line 1:15: the attribute x stands twice"},
        {"<a x='1'y='2'/>", "line 1:9: a blank is missing"},
        {"<a x=1/>", "line 1:6: an attribute's value without quotes"},
        {"<a x/>", "line 1:5: the attribute x has no value"},
        {"<a x='1/>", "line 1:6: an attribute's value is never closed"},
        {"<a x='<'/>", "line 1:7: < in an attribute's value"},
        {"<a>&nbsp;</a>", "line 1:4: the entity &nbsp; is unknown"},
        {"<a>&#0;</a>", "line 1:4: the entity &#0; is unknown or names no character"},
        {"<a>&#xFFFFFFFFFF;</a>", "line 1:4: the entity"},
        {"<a>&#xD800;</a>", "line 1:4: the entity"},
        {"<a>R & D</a>", "line 1:6: a lone &"},
        {"<a x='R & D'/>", "line 1:9: a lone &"},
        {"<a>\xE7\x9F\xA5\x01</a>", "line 1:5: a character that XML does not allow"},
        {"<a x='\x1f'/>", "line 1:7: a character that XML does not allow"},
        {"<a>\xEF\xBF\xBF</a>", "line 1:4: a character that XML does not allow"},
        {"<a x='&amp", "line 1:7: a lone &"},
        {"<a>&amp", "line 1:4: a lone &"},
        {"<a>&;</a>", "line 1:4: a lone &"},
        {"<a>]]></a>", "line 1:4: ]]> in text"},
        {"<a>1 < 2</a>", "line 1:7: a name is missing"},
        {"<a><!-- x</a>", "line 1:8: the comment is never closed"},
        {"<a><![CDATA[x</a>", "line 1:13: the CDATA section is never closed"},
        {"<a", "line 1:3: the tag <a> is not closed"},
        {"<!DOCTYPE a [<!ENTITY b \"bb\">]><a>&b;</a>", "line 1:13: the DOCTYPE has declarations of its own"},
        {"<a/><!DOCTYPE a>", "line 1:5: a DOCTYPE behind the root element"},
    };
    for (const Bad& bad : cases) {
        INFO(bad.xml);
        CHECK_THAT(complaint(bad.xml), Contains(bad.says));
    }
}

TEST_CASE("deep nesting ends at the limit, however deep") {
    const std::string deep = repeat("<a>", 100'000) + repeat("</a>", 100'000);
    CHECK_THAT(complaint(deep), Contains("elements nested deeper than 256"));
    Limits limits;
    limits.nesting = 3;
    CHECK(complaint("<a><b><c/></b></a>", limits) == "");
    CHECK_THAT(complaint("<a><b><c><d></d></c></b></a>", limits), Contains("line 1:10: elements nested deeper than 3"));
}

TEST_CASE("RapidXML's tree and the scanner tell the same events and the same errors") {
    std::mt19937 random(5);
    const auto below = [&](std::size_t n) { return random() % n; };
    const std::vector<std::string> parts{"<a>",
                                         "</a>",
                                         "<b x='1' y=\"&lt;&#x4e2d;\">",
                                         "</b>",
                                         "<c/>",
                                         "<n:c n:z='\"&#10;'/>",
                                         "text",
                                         " ",
                                         "\n",
                                         "\r\n",
                                         "知图（）",
                                         "&amp;",
                                         "&#13;",
                                         "<!-- x > -- y -->",
                                         "<![CDATA[<&]]>",
                                         "<?pi ?>",
                                         "]]",
                                         "\"'"};
    std::size_t good = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string xml = "<?xml version='1.0'?>\n<root>";
        std::vector<std::string> open;
        for (std::size_t n = below(12); n > 0; --n) {
            const std::string& part = parts[below(parts.size())];
            const bool closes = part.starts_with("</");
            if (closes && (open.empty() || open.back() != part)) continue;
            if (closes) open.pop_back();
            if (part == "<a>") open.push_back("</a>");
            if (part.starts_with("<b")) open.push_back("</b>");
            xml += part;
        }
        for (; !open.empty(); open.pop_back()) xml += open.back();
        xml += "</root>\n";
        if (round % 3 == 0) xml[below(xml.size())] = "<>&\"x/"[below(6)];
        INFO(xml);
        const std::string expected = walked(xml);
        good += expected.starts_with("<");
        REQUIRE(scanned(xml, xml.size()) == expected);
        REQUIRE(scanned(xml, 1) == expected);
    }
    CHECK(good > 2000);
}

TEST_CASE("a text longer than the window comes whole, wherever its pieces end") {
    const std::string long_text = repeat("知图 & ", 100'000), encoded = repeat("知图 &amp; ", 100'000);
    const std::string xml = "<a x='" + encoded + "'>" + encoded + "<b/>\n</a>";
    const std::string expected =
        "<a x=" + long_text + " @1:1\n\"" + long_text + "\"\n<b @1:" + std::to_string(2 * 900'000 + 9) + "\n/\n/\n";
    for (const std::size_t piece : {7U, 4096U, 1U << 20U}) CHECK((scanned(xml, piece) == expected));
}

TEST_CASE("bytes that are no UTF-8 are told with their place, also far from the begin") {
    const std::string xml = "<a>\n" + repeat("知图\n", 200'000) + "x\xFF</a>";
    CHECK(scanned(xml, 1000) == "line 200002:2: byte 1400005 is not valid UTF-8; save the file as UTF-8");
    CHECK(scanned("<a>\xE7\x9F", 1) == "line 1:4: byte 3 is not valid UTF-8; save the file as UTF-8");
}
