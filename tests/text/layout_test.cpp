#include <zhitu/importers/text/layout.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/importer.hpp>
#include <zhitu/packs/pack.hpp>

#include "support/read_text.hpp"
#include "test.hpp"

#include <algorithm>

using namespace zhitu;
using namespace zhitu::text;
using Lines = std::vector<std::string>;

namespace {

Document layout(std::string_view text) {
    static const Vocabulary words(Pack::builtin());
    return read_layout(text, "paper.txt", words);
}

/// A sentence that is no heading and ends a paragraph.
constexpr std::string_view filler = "这一段说明装备在各个行业中的应用情况，并且交代了数据的来源。\n\n";

/// "kind section text" of each block; of paragraphs that are `filler`, nothing.
Lines outline(const Document& document) {
    Lines lines;
    for (const Block& block : document.blocks)
        if (!block.text.starts_with(U"这一段说明"))
            lines.push_back(std::string(name_of(block.kind)) + " " + block.section + " " + to_utf8(block.text));
    return lines;
}

/// The texts of the blocks of a kind.
Lines texts(const Document& document, BlockKind kind) {
    Lines out;
    for (const Block& block : document.blocks)
        if (block.kind == kind) out.push_back(to_utf8(block.text));
    return out;
}

/// The headings of a body below a title, each with `filler` under it: "level section text".
Lines headings(const Lines& lines) {
    std::string text = "装备应用观察\n\n摘要：本文观察装备的应用。\n\n";
    for (const std::string& line : lines) text.append(line).append("\n\n").append(filler);
    Lines out;
    for (const Block& block : layout(text).blocks)
        if (block.kind == BlockKind::heading)
            out.push_back(std::to_string(block.level) + " " + block.section + " " + to_utf8(block.text));
    return out;
}

/// A paper whose paragraph goes on after `interruption`.
Document interrupted(std::string_view interruption) {
    std::string text = "装备应用观察\n\n1 引言\n\n装备在各行业中的应用越来越多，本文先讨论应用的现状，最后给";
    text.append("\n\n").append(interruption).append("\n\n出几条建议。\n");
    return layout(text);
}
const Lines whole_paragraph{"装备在各行业中的应用越来越多，本文先讨论应用的现状，最后给出几条建议。"};

void check_offsets(const Document& document) {
    const auto file = document.source.text();
    for (const Block& block : document.blocks) {
        REQUIRE(block.offsets.size() == block.text.size());
        REQUIRE(block.folded.size() == block.text.size());
        for (std::size_t i = 0; i < block.text.size(); ++i) {
            REQUIRE(block.offsets[i] < file.size());
            const char32_t written = file[block.offsets[i]];
            // A blank of the reading text may be a line break of the file.
            CHECK((block.text[i] == written || (block.text[i] == U' ' && is_blank(written))));
            CHECK(block.folded[i] == fold(block.text[i]));
            CHECK((i == 0 || block.offsets[i - 1] < block.offsets[i]));
        }
        for (const Range& sentence : block.sentences) CHECK(sentence.end <= block.text.size());
    }
}

constexpr std::string_view paper = "研究通讯 2024年第3期 总第88期\n"
                                   "装备应用观察\n\n"
                                   "张三¹，李四²\n\n"
                                   "（1. 甲省科学院，甲市 100000；2. 乙大学，乙市 200000）\n\n"
                                   "摘要：本文观察装备的应用。\n"
                                   "关键词：装备；应用\n"
                                   "DOI：10.1234/abcd.2024.01\n\n"
                                   "1 引言\n\n"
                                   "装备在各行业中用得越来越多^[1]，ＡＩ模型在车间里 AI  models\nare used。\n\n"
                                   "参考文献：\n"
                                   "[1] 王五. 装备的研究[J]. 装备学报, 2019(3): 1-9.\n";

} // namespace

TEST_CASE("front matter is told apart by its form") {
    CHECK(outline(layout(paper)) ==
          Lines{"foreign 0 研究通讯2024年第3期总第88期", "title 0 装备应用观察", "authors 0 张三，李四",
                "affiliation 0 （1.甲省科学院，甲市100000；2.乙大学，乙市200000）",
                "abstract 0 摘要：本文观察装备的应用。", "keywords 0 关键词：装备；应用",
                "meta 0 DOI：10.1234/abcd.2024.01", "heading 1 引言",
                "paragraph 1 装备在各行业中用得越来越多，ＡＩ模型在车间里AI models are used。",
                "heading refs 参考文献：", "reference refs 王五.装备的研究[J].装备学报, 2019(3): 1-9."});
}

TEST_CASE("numbered headings nest by their numbers") {
    CHECK(headings({"1 现状", "1.1 设计", "1.1.1 草图", "1.2 生产", "2 对策"}) ==
          Lines{"1 1 现状", "2 1.1 设计", "3 1.1.1 草图", "2 1.2 生产", "1 2 对策"});
}

TEST_CASE("Chinese headings nest by their style") {
    CHECK(headings({"一、现状", "（一）设计", "（二）生产", "二、对策", "（一）人才"}) ==
          Lines{"1 1 现状", "2 1.1 设计", "2 1.2 生产", "1 2 对策", "2 2.1 人才"});
    CHECK(headings({"十一、现状"}) == Lines{"1 1 现状"});
}

TEST_CASE("a Chinese lead that runs into its text opens a section") {
    const Document document = layout(
        std::string("装备应用观察\n\n一、现状\n\n（一）设计。大家都在用新办法画图，速度很快。\n\n").append(filler));
    REQUIRE(document.blocks.size() == 4);
    const Block& block = document.blocks[2];
    CHECK(block.kind == BlockKind::paragraph);
    CHECK(block.section == "1.1");
    CHECK(to_utf8(block.slice({0, block.lead})) == "设计。");
}

TEST_CASE("Markdown headings count from the first below the title") {
    const Document document =
        layout("# 装备应用观察\n\n## 现状\n\n这是**要点**。\n\n### 设计\n\n画图。\n\n## 2 对策\n\n- 多练\n");
    CHECK(outline(document) == Lines{"title 0 装备应用观察", "heading 1 现状", "paragraph 1 这是要点。",
                                     "heading 1.1 设计", "paragraph 1.1 画图。", "heading 2 对策", "list_item 2 多练"});
}

TEST_CASE("a short line without a number is a heading where text follows") {
    CHECK(headings({"装备的应用现状"}) == Lines{"1 1 装备的应用现状"});
    CHECK(headings({"1 现状", "装备应用广泛"}) == Lines{"1 1 现状"}); // headings have numbers here
}

TEST_CASE("what only begins with a number is no heading") {
    CHECK(headings({"2023年装备用得更多了。", "3 台设备已经投用。"}).empty());
}

TEST_CASE("a paragraph goes on behind what cuts it") {
    CHECK(texts(interrupted("- 2 -"), BlockKind::paragraph) == whole_paragraph);
    CHECK(texts(interrupted("图1 装备的应用"), BlockKind::paragraph) == whole_paragraph);
    CHECK(texts(interrupted("① 本文受基金资助。"), BlockKind::paragraph) == whole_paragraph);
    CHECK(texts(interrupted("研究通讯 2024年第3期"), BlockKind::paragraph) == whole_paragraph);
    CHECK(texts(interrupted("基金项目：某项目（123）\n\n- 3 -\n\n研究通讯 2024年第3期"), BlockKind::paragraph) ==
          whole_paragraph);
}

TEST_CASE("what cuts a paragraph is set aside by its kind") {
    CHECK(texts(interrupted("- 2 -"), BlockKind::foreign) == Lines{"- 2 -"});
    CHECK(texts(interrupted("图1 装备的应用"), BlockKind::caption) == Lines{"图1装备的应用"});
    CHECK(texts(interrupted("① 本文受基金资助。"), BlockKind::footnote) == Lines{"①本文受基金资助。"});
}

TEST_CASE("a running header with the title does not get into a paragraph that it cuts") {
    CHECK(texts(interrupted("装备应用观察"), BlockKind::paragraph) == whole_paragraph);
    CHECK(texts(interrupted("装备应用观察\n\n- 3 -"), BlockKind::paragraph) == whole_paragraph);
}

TEST_CASE("a line that comes again inside of paragraphs is a running header") {
    std::string text = "装备应用观察\n\n1 引言\n\n";
    Lines whole;
    for (const char* what : {"设计", "生产", "销售"}) {
        const std::string begin =
            std::string("装备在").append(what).append("中的应用越来越多，本文先讨论它的现状，最后给");
        text.append(begin)
            .append("\n产业通讯 第")
            .append(std::to_string(whole.size() + 3))
            .append("页\n出几条建议。\n\n");
        whole.push_back(begin + "出几条建议。");
    }
    CHECK(texts(layout(text), BlockKind::paragraph) == whole);
    CHECK(texts(layout(text), BlockKind::foreign) == Lines{"产业通讯第3页", "产业通讯第4页", "产业通讯第5页"});
}

TEST_CASE("a heading that comes again is a heading") {
    CHECK(headings({"主要做法与成效", "甲案例的背景", "主要做法与成效", "乙案例的背景", "主要做法与成效"}).size() == 5);
}

TEST_CASE("page numbers in words are no text") {
    CHECK(texts(interrupted("第 3 页 共 12 页"), BlockKind::paragraph) == whole_paragraph);
    CHECK(texts(interrupted("第3页"), BlockKind::paragraph) == whole_paragraph);
}

TEST_CASE("a table of contents is no text") {
    const std::string body = std::string("1 现状\n\n").append(filler).append("2 对策\n\n").append(filler);
    for (const char* contents : {"目 录\n1 现状 ........ 1\n2 对策……12\n\n", "目录\n1 现状\n2 对策\n\n"}) {
        const Document document = layout(std::string("装备应用观察\n\n").append(contents).append(body));
        CHECK(texts(document, BlockKind::heading) == Lines{"现状", "对策"});
        CHECK(texts(document, BlockKind::foreign).size() == 3);
    }
}

namespace {

/// The text broken into lines of a number of characters.
Lines wrapped(std::u32string_view text, std::size_t width) {
    Lines lines;
    for (; !text.empty(); text.remove_prefix(std::min(width, text.size())))
        lines.push_back(to_utf8(text.substr(0, width)));
    return lines;
}

const std::u32string left_text =
    U"装备在各行业中的应用越来越多。2021年，国务院印发《冷链物流发展规划》，推广无人叉车和智能仓储系统，各地"
    U"纷纷响应。许多企业也开始跟进，形成了良好的示范效应，而且成本不高，本文先讨论现状，再讨论";
const std::u32string right_text =
    U"对策。2022年，农业农村部发布《设施农业提升行动计划》，推广水肥一体化技术，许多农场因此受益，产量有了明"
    U"显的提高。今后还要加强标准的建设，并且培养人才，让更多的农场和仓库用得上、用得起、用得好。";

} // namespace

TEST_CASE("a paragraph whose lines are broken at one width is one paragraph") {
    for (const std::size_t width : {15U, 20U, 31U}) {
        std::string text = "装备应用观察\n\n1 引言\n\n";
        for (const std::string& line : wrapped(left_text + right_text, width)) text.append(line).append("\n");
        CHECK(texts(layout(text), BlockKind::paragraph) == Lines{to_utf8(left_text + right_text)});
    }
}

TEST_CASE("of two columns the left one is read first") {
    const Lines left = wrapped(left_text, 18), right = wrapped(right_text, 18);
    std::string text = "装备应用观察\n\n1 引言\n\n";
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const std::string one = i < left.size() ? left[i] : "";
        text.append(one).append(44 - display_width(one), ' ').append(i < right.size() ? right[i] : "").append("\n");
    }
    const Document document = layout(text);
    const std::string whole = to_utf8(left_text + right_text);
    CHECK(texts(document, BlockKind::paragraph) == Lines{whole});
    const auto file = document.source.text();
    const Block& block = document.blocks.back();
    for (std::size_t i = 0; i < block.text.size(); ++i) CHECK(block.text[i] == file[block.offsets[i]]);

    const Graph graph = import_text(text);
    CHECK(edges_of(text).size() >= 4);
    for (const EdgeId edge : graph.edges())
        for (const EvidenceView& evidence : graph.evidence(edge)) {
            REQUIRE(evidence.start < evidence.end);
            CHECK(evidence.quote == document.source.quote(evidence.start, evidence.end));
            CHECK(whole.find(evidence.quote) != std::string::npos); // nothing of the other column
        }
}

TEST_CASE("each turn of an interview is a paragraph without its label") {
    const Document document = layout("装备应用访谈\n\n1 访谈\n\n问：装备在各个行业中的应用情况到底怎么样，请您\n"
                                     "答：用得越来越多。\n记者：为什么？\n");
    CHECK(texts(document, BlockKind::paragraph) ==
          Lines{"装备在各个行业中的应用情况到底怎么样，请您", "用得越来越多。", "为什么？"});
}

TEST_CASE("whom a notice is sent to is no text of it") {
    const Document document =
        layout("关于推广装备的通知\n\n各省、自治区、直辖市人民政府，国务院各部委：\n\n装备要推广。\n");
    CHECK(texts(document, BlockKind::meta).size() == 1);
    CHECK(texts(document, BlockKind::paragraph) == Lines{"装备要推广。"});
}

TEST_CASE("a finished paragraph is not joined with the next") {
    const Document document =
        layout("装备应用观察\n\n1 引言\n\n第一段已经把话说完，而且说得十分清楚明白。\n\n第二段另起一行。\n");
    CHECK(texts(document, BlockKind::paragraph).size() == 2);
}

TEST_CASE("citation marks leave the reading text and keep number and place") {
    const Document document = layout("装备应用观察\n\n1 引言\n\n甲^[1]、乙^{[1,2]}、丙[3-5]和丁^[2，4—6]都说过。\n");
    const Block& block = document.blocks.back();
    CHECK(to_utf8(block.text) == "甲、乙、丙和丁都说过。");
    using Numbers = std::vector<std::uint32_t>;
    REQUIRE(block.marks.size() == 4);
    CHECK(block.marks[0].numbers == Numbers{1});
    CHECK(block.marks[1].numbers == Numbers{1, 2});
    CHECK(block.marks[2].numbers == Numbers{3, 4, 5});
    CHECK(block.marks[3].numbers == Numbers{2, 4, 5, 6});
    CHECK(block.marks[0].position == 1);
    CHECK(block.marks[2].position == 5);
    const auto file = document.source.text();
    const Range place = block.marks[2].file;
    CHECK(to_utf8(file.substr(place.begin, place.size())) == "[3-5]");
}

TEST_CASE("a bracket that holds no numbers is no citation mark") {
    const Document document = layout("装备应用观察\n\n1 引言\n\n数组a[i]和x^n都不是标注，[甲]也不是。\n");
    CHECK(document.blocks.back().marks.empty());
    CHECK(to_utf8(document.blocks.back().text) == "数组a[i]和x^n都不是标注，[甲]也不是。");
}

TEST_CASE("table rows and records are blocks of their own") {
    const Document document = layout("装备应用观察\n\n1 案例\n\n| 单位 | 成效 |\n| --- | --- |\n| 甲厂 | 提速 |\n\n"
                                     "实施单位：甲厂\n应用场景：质量检测\n");
    CHECK(texts(document, BlockKind::table_row).size() == 2);
    CHECK(texts(document, BlockKind::record) == Lines{"实施单位：甲厂", "应用场景：质量检测"});
}

TEST_CASE("a sentence does not end inside of a title or a bracket") {
    const Document document =
        layout("装备应用观察\n\n1 引言\n\n读《怎么办？》一书（很短。）有益。真的！他说“好。”完\n");
    const Block& block = document.blocks.back();
    Lines sentences;
    for (const Range& range : block.sentences) sentences.push_back(to_utf8(block.slice(range)));
    CHECK(sentences == Lines{"读《怎么办？》一书（很短。）有益。", "真的！", "他说“好。”", "完"});
}

// Not yet: the opening quote is taken for a closing one.
TEST_CASE("a quote that opens behind a sentence belongs to the next", "[.]") {
    const Document document = layout("装备应用观察\n\n1 引言\n\n真的！“好”是一个字。\n");
    const Block& block = document.blocks.back();
    REQUIRE(block.sentences.size() == 2);
    CHECK(to_utf8(block.slice(block.sentences[1])) == "“好”是一个字。");
}

TEST_CASE("references keep their numbers and are joined over lines") {
    const Document document =
        layout("装备应用观察\n\n1 引言\n\n说过^[2]。\n\n参考文献\n[1] 王五. 甲文[J]. 学报,\n2019(3).\n"
               "[2] 赵六. 乙书[M]. 甲市: 乙社, 2018.\n");
    REQUIRE(texts(document, BlockKind::reference) ==
            Lines{"王五.甲文[J].学报, 2019(3).", "赵六.乙书[M].甲市:乙社, 2018."});
    CHECK(document.blocks.back().number == 2);
    CHECK(document.blocks.back().section == "refs");
}

TEST_CASE("the year of a reference is that of issue, not that of access or of an address") {
    const Graph graph = import_text("装备应用观察\n\n1 引言\n\n说过^[1]。\n\n参考文献\n"
                                    "[1] 甲部. 甲文[EB/OL]. (2021-05-19)[2024-03-13]. https://a.example/2022/a.htm.\n"
                                    "[2] 乙报. 乙文[EB/OL]. [2023-01-02]. https://a.example/2020/b.htm.\n"
                                    "[3] 丙. 丙文[J]. 学报, 2019(3): 1990-1999.\n");
    const auto year = [&](const char* name) { return graph.property(node_named(graph, "Reference", name), "year"); };
    CHECK(year("甲文") == Value(2021));
    CHECK(year("乙文").is_null());
    CHECK(year("丙文") == Value(2019));
}

TEST_CASE("the article that follows on the same page is foreign") {
    const std::string text(paper);
    for (const char* mark : {"（上接第12页）", "(下转第80页)"}) {
        const Document document =
            layout(text + "\n" + mark + "\n甲公司建成了智能工厂。\n\n1 引言\n\n乙公司也建成了。\n");
        CHECK(texts(document, BlockKind::foreign).size() == 5); // the masthead, the mark and three lines
        CHECK(texts(document, BlockKind::reference).size() == 1);
    }
    const std::string neighbour = "\n（上接第12页）\n甲牌有限公司开发了乙牌机器人。\n";
    CHECK(edges_of(text + neighbour) == edges_of(text));
}

TEST_CASE("every character of the reading text knows its place in the file") {
    check_offsets(layout(paper));
    check_offsets(interrupted("图1 装备的应用"));
    check_offsets(
        layout("\t装备　应用\r\n\r\n1　引言\r\n\r\n全角ＡＢＣ，  two  words\r\nand three^{1,2}。\x01尾巴\r\n"));
    check_offsets(layout(read_source("examples/ai-manufacturing.txt")));
}

TEST_CASE("a text in another encoding gives the same graph") {
    const std::string utf8(paper);
    const std::string json = json_of(import_text(utf8, {}, "paper.txt"));
    CHECK(json_of(import_text("\xEF\xBB\xBF" + utf8, {}, "paper.txt")) == json);
    CHECK(json_of(import_text(in_encoding(utf8, "UTF-16LE", "\xFF\xFE"), {}, "paper.txt")) == json);
    CHECK(json_of(import_text(in_encoding(utf8, "UTF-16BE", "\xFE\xFF"), {}, "paper.txt")) == json);
    CHECK(json_of(import_text(in_encoding(utf8, "GB18030", ""), {}, "paper.txt")) == json);
}

TEST_CASE("a text in UTF-16 without a mark gives the same graph, whatever its characters") {
    const std::string utf8 = std::string(paper) + "一共有一百一十一家。\n"; // whose code points end in zero bytes
    const std::string json = json_of(import_text(utf8, {}, "paper.txt"));
    CHECK(json_of(import_text(in_encoding(utf8, "UTF-16LE", ""), {}, "paper.txt")) == json);
    CHECK(json_of(import_text(in_encoding(utf8, "UTF-16BE", ""), {}, "paper.txt")) == json);
    CHECK(json_of(import_text(in_encoding(utf8, "GB18030", "\x84\x31\x95\x33"), {}, "paper.txt")) == json);
}

TEST_CASE("a UTF-8 text with a few bad bytes is an error that tells the first") {
    std::string text(paper);
    const std::size_t at = text.find("张三");
    text.insert(at, "\xFF");
    text += "\xC3";
    const auto error = [&] {
        try {
            (void)import_text(text, {}, "paper.txt");
        } catch (const Error& thrown) {
            return std::string(thrown.what());
        }
        return std::string();
    }();
    CHECK_THAT(error, Contains("paper.txt:4:1: byte " + std::to_string(at) + " is not valid UTF-8"));
}

TEST_CASE("offsets count code points of the file, without a mark, and CR LF is two") {
    const std::string text = "\xEF\xBB\xBF装备应用观察\r\n\r\n1 引言\r\n\r\n𠮷，国务院印发《冷链物流发展规划》。\r\n";
    const Graph graph = import_text(text);
    const EvidenceView evidence = graph.evidence(node_named(graph, "Policy", "冷链物流发展规划")).front();
    REQUIRE(evidence.mention);
    CHECK(evidence.mention->first == 6 + 4 + 4 + 4 + 7);
}

TEST_CASE("a file in another encoding gives the same graph") {
    const std::string utf8 = read_source("examples/ai-manufacturing.txt");
    const TemporaryFolder folder;
    const std::string json = json_of(import_file(folder.write("utf8/paper.txt", utf8)));
    CHECK(json_of(import_file(folder.write("gb/paper.txt", in_encoding(utf8, "GB18030", "")))) == json);
    CHECK(json_of(import_file(folder.write("utf16/paper.txt", in_encoding(utf8, "UTF-16LE", "\xFF\xFE")))) == json);
}

TEST_CASE("line ends of Windows change places in the file, and nothing else") {
    std::string windows;
    for (const char c : paper) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
    CHECK(outline(layout(windows)) == outline(layout(paper)));
    CHECK(edges_of(windows) == edges_of(std::string(paper)));
}
