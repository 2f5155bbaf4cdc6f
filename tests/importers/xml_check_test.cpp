#include <zhitu/importers/detail/xml_check.hpp>

#include <zhitu/base/error.hpp>

#include "support/repeat.hpp"
#include "test.hpp"

#include <string>

using namespace zhitu;

namespace {

// What the check says, or nothing.
std::string complaint(std::string_view xml, const Limits& limits = {}) {
    try {
        detail::check_xml(xml, limits);
        return "";
    } catch (const Error& error) {
        return error.what();
    }
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
