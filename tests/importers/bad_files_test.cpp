// Bad graph files: each gives one line with the place, what is wrong and what to do.
#include <zhitu/base/error.hpp>
#include <zhitu/importers/importer.hpp>

#include "support/repeat.hpp"
#include "test.hpp"

#include <algorithm>
#include <string>

using namespace zhitu;

namespace {

std::string complaint(const std::string& text, const std::string& file) {
    try {
        (void)import_text(text, {}, file);
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

std::string graphml(const std::string& body) {
    return "<graphml>\n" + body + "\n</graphml>";
}
std::string graph(const std::string& body) {
    return graphml("<graph edgedefault='directed'>\n" + body + "\n</graph>");
}

struct Bad {
    const char* what;
    std::string text;
    const char* says; // the beginning of the message, behind the file's name
};

void check_all(const std::vector<Bad>& cases, const std::string& file, const std::string& behind = {}) {
    for (const Bad& bad : cases) {
        INFO(bad.what);
        const std::string line = complaint(bad.text + behind, file);
        CHECK(line.substr(0, file.size() + 1 + std::string(bad.says).size()) == file + ":" + bad.says);
        CHECK_THAT(line, Contains("; "));
        CHECK(std::count(line.begin(), line.end(), '\n') == 0);
    }
}

} // namespace

TEST_CASE("bad GraphML is told with file, line and column") {
    const std::string two_keys = "<key id='k' for='node' attr.name='a' attr.type='int'/>\n"
                                 "<key id='k' for='node' attr.name='b' attr.type='int'/>";
    const std::string year = "<key id='y' for='node' attr.name='year' attr.type='int'/><graph>\n";
    const std::string type = "<key id='t' for='node' attr.name='type'/><graph>\n";
    const std::vector<Bad> cases{
        {"ends in the middle", "<graphml>\n <graph>\n  <node id='a'>\n", "3:3: <node> is never closed"},
        {"no GraphML", "<svg/>", "1:1: is XML, but no GraphML"},
        {"edge without its node", graph("<node id='a'/>\n<edge source='a' target='b'/>"),
         "4:1: an edge names the node 'b', which is not in the file"},
        {"edge without source", graph("<edge target='b'/>"), "3:1: an edge has no source"},
        {"node without id", graph("<node/>"), "3:1: a node has no id"},
        {"one id, two types",
         graphml(type + "<node id='a'><data key='t'>Firm</data></node>\n<node id='a'><data "
                        "key='t'>Region</data></node></graph>"),
         "4:1: node 'a' is a Firm and a Region"},
        {"key of unknown type", graphml("<key id='k' for='node' attr.name='a' attr.type='decimal'/>"),
         "2:1: the key's type 'decimal' is unknown"},
        {"key twice", graphml(two_keys), "3:1: the key 'k' is declared twice"},
        {"key not declared", graph("<node id='a'>\n <data key='k'>1</data></node>"),
         "4:2: the key 'k' is not declared"},
        {"number that overflows",
         graphml(year + "<node id='a'>\n <data key='y'>99999999999999999999</data></node></graph>"),
         "4:2: the year 99999999999999999999 does not fit 64 bits"},
        {"no number", graphml(year + "<node id='a'><data key='y'>soon</data></node></graph>"),
         "3:14: the year 'soon' is no number"},
        {"default of another type",
         graphml("<key id='k' for='node' attr.name='a' attr.type='boolean'><default>maybe</default></key>"),
         "2:1: the a 'maybe' is no boolean"},
        {"deep nesting", "<graphml>" + repeat("<a>", 100'000), "1:775: elements nested deeper than 256"},
    };
    check_all(cases, "bad.graphml");
    check_all(cases, "bad.graphml", repeat("\n", std::size_t{1} << 20)); // long files are read piece by piece
    CHECK_THAT(complaint("", "bad.graphml"), Contains("bad.graphml:1:1: there is no element"));
}

TEST_CASE("bad JSON is told with file, line and column") {
    check_all(
        {
            {"breaks off", "{\"nodes\": [\n{\"id\": \"a\"", "2:11: the JSON breaks off"},
            {"a comma too many", "{\"nodes\": [\n{\"id\": \"a\",}]}", "2:12: is not valid JSON"},
            {"no graph", "[1, 2]", "1:1: is no node-link graph"},
            {"no nodes", "{\"edges\": []}", "1:1: is no node-link graph"},
            {"node without id", "{\"nodes\": [{\"id\": \"a\"},\n  {\"name\": \"b\"}], \"edges\": []}",
             "2:3: a node has no id"},
            {"node that is a number", "{\"nodes\": [\n12]}", "2:1: a node or edge is no object"},
            {"edge without target", "{\"nodes\": [{\"id\": \"a\"}],\n\"edges\": [{\"source\": \"a\"}]}",
             "2:11: an edge lacks an end"},
            {"edge without its node",
             "{\"nodes\": [{\"id\": \"a\"}],\n\"links\": [{\"source\": \"a\", \"target\": \"b\"}]}",
             "2:11: an edge names the node 'b', which is not in the file"},
            {"one id, two types",
             "{\"nodes\": [{\"id\": \"a\", \"type\": \"Firm\"},\n{\"id\": \"a\", \"type\": \"Region\"}]}",
             "2:1: node 'a' is a Firm and a Region"},
            {"empty id", "{\"nodes\": [\n{\"id\": \"\"}]}", "2:1: a node has an empty id"},
            {"integer that overflows", "{\"nodes\": [\n{\"id\": \"a\", \"n\": 18446744073709551615}]}",
             "2:1: the integer 18446744073709551615 does not fit 64 bits"},
            {"decimal that overflows", "{\"nodes\": [\n{\"id\": \"a\", \"n\": 1e999}]}",
             "2:1: the number 1e999 does not fit 64 bits"},
            {"deep nesting", "{\"nodes\": [{\"id\": \"a\", \"x\": " + repeat("[", 100'000),
             "1:282: values nested deeper than 256"},
        },
        "bad.json");
}

TEST_CASE("bad CSV is told with file, line and column") {
    const std::string nodes = "id,type,year:int\r\na,Firm,2015\r\n";
    check_all(
        {
            {"too few columns", nodes + "b,Firm\r\n", "3:1: a row of 2 cells under a header of 3"},
            {"too many columns", nodes + "b,Firm,1,2\r\n", "3:1: a row of 4 cells under a header of 3"},
            {"a number that overflows", nodes + "b,\"多行\n文字\",99999999999999999999",
             "4:5: the year 99999999999999999999 does not fit 64 bits"},
            {"no number", nodes + "b,Firm,soon", "3:8: the year 'soon' is no number"},
            {"an open quote", nodes + "b,\"Firm,1\n", "3:3: a quoted cell is never closed"},
            {"text behind a quote", nodes + "b,\"Firm\"s,1\n", "3:9: text behind a quoted cell"},
            {"no header", "a,b,KNOWS\nb,a,KNOWS\n", "1:1: the header names neither an id nor a source and a target"},
            {"a column twice", "id,name,name:list\n", "1:1: the column 'name' stands twice"},
            {"a node without id", nodes + ",Firm,1\n", "3:1: a node has no id"},
            {"one id, two types", nodes + "a,Region,1\n", "3:1: node 'a' is a Firm and a Region"},
            {"an edge without target", "source,target\na,\n", "2:1: an edge has no target"},
            {"an edge without its node", nodes + "\r\nsource,target\r\na,a\r\na,b\r\n",
             "6:1: an edge names the node 'b', which is not in the file"},
        },
        "bad.csv");
}

TEST_CASE("a bad edge list is told with file, line and column") {
    check_all(
        {
            {"one column", "# edges\na b\nc\n", "3:1: a line of one column"},
            {"too many columns", "a b T 1 2\n", "1:9: a line of more than four columns"},
            {"a weight that is none", "a b T soon\n", "1:7: the weight 'soon' is no number"},
            {"an open quote", "a \"b c T\n", "1:3: quotes that are not closed"},
            {"an empty id", "\"\" b\n", "1:1: a node has an empty id"},
        },
        "bad.edges");
}
