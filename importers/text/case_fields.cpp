#include <zhitu/importers/text/case_fields.hpp>

#include <zhitu/base/unicode.hpp>

#include <algorithm>

namespace zhitu::text {
namespace {

bool parts_field(char32_t c, const Vocabulary& words) {
    return words.is(c, Role::list_comma) || words.is(c, Role::comma) || words.is(c, Role::semicolon) ||
           words.is(c, Role::stop) || words.is(c, Role::open) || words.is(c, Role::close) || c == U';' || c == U'/';
}

} // namespace

std::string_view slot_of(const Reading& reading, std::uint32_t block, Range label) {
    const Vocabulary& words = reading.words();
    return words.find(reading.folded(block, label), words.group("layout.record")).value_or(std::string_view{});
}

std::string_view slot_of_record(const Reading& reading, std::uint32_t block) {
    const Vocabulary& words = reading.words();
    std::u32string_view text = reading.block(block).folded;
    if (!text.empty() && words.is(text.front(), Role::bracket_open)) text.remove_prefix(1);
    const auto label = words.starts_with(text, words.group("layout.record"));
    return label ? label->value : std::string_view{};
}

void CaseFields::read_actor(std::uint32_t block, Range field) {
    practice_.deed = practice_.record = true;
    practice_.sentences.push_back(reading_.place(block, reading_.whole(block)));
    add(practice_.actors, block, field, {type::firm, type::institution, type::body});
    if (!practice_.actors.empty()) return;
    const Vocabulary& words = reading_.words();
    auto name = reading_.folded(block, field);
    while (!name.empty() && parts_field(name.back(), words)) name.remove_suffix(1);
    const bool body = words.ends_with(name, words.group("body.tail")).has_value();
    add_parts(practice_.actors, block, field, body ? type::body : type::firm);
}

std::vector<Field> fields_in(const Reading& reading, std::uint32_t block) {
    const Vocabulary& words = reading.words();
    const Block& text = reading.block(block);
    const auto size = static_cast<std::uint32_t>(text.text.size());
    std::vector<Field> fields;
    for (std::uint32_t at = 0; at < size; ++at) {
        if (at > 0 && !words.is(text.text[at - 1], Role::stop) && !words.is(text.text[at - 1], Role::semicolon))
            continue;
        const auto label = words.starts_with(reading.folded(block, {at, size}), words.group("layout.record"));
        if (!label || at + label->length >= size || !words.is(text.text[at + label->length], Role::colon)) continue;
        if (!fields.empty()) fields.back().range.end = at;
        fields.push_back({label->value, {at + label->length + 1, size}});
    }
    return fields;
}

void CaseFields::read_names(std::uint32_t block, Range field, std::string_view slot) {
    if (slot == "partner") add(practice_.actors, block, field, {type::firm, type::institution});
    if (slot == "place") add(practice_.regions, block, field, {type::region});
    if (slot == "industry") add_parts(practice_.industries, block, field, type::industry);
    if (slot == "scene") add_parts(practice_.scenes, block, field, type::scenario);
}

void CaseFields::add(std::vector<Found>& list, std::uint32_t block, Range field,
                     std::initializer_list<std::string_view> types) const {
    for (const Mention* mention : reading_.mentions_in(block, field, types))
        add_found(list, *mention, reading_.place(block, reading_.whole(block)));
}

void CaseFields::add_parts(std::vector<Found>& list, std::uint32_t block, Range field, std::string_view node_type) {
    for (const Range& part : parts_of(block, field))
        add_found(list, own(block, part, node_type), reading_.place(block, reading_.whole(block)));
}

// Between commas, semicolons and brackets.
std::vector<Range> CaseFields::parts_of(std::uint32_t block, Range field) const {
    const Block& text = reading_.block(block);
    std::vector<Range> parts;
    std::uint32_t begin = field.begin;
    for (std::uint32_t at = field.begin; at <= field.end; ++at) {
        if (at < field.end && !parts_field(text.text[at], reading_.words())) continue;
        if (at - begin >= 2 && at - begin <= 16) parts.push_back({begin, at});
        begin = at + 1;
    }
    return parts;
}

// What a field names is of the field's type, whatever the lists say.
const Mention& CaseFields::own(std::uint32_t block, Range part, std::string_view node_type) {
    for (const Mention* mention : reading_.mentions_in(block, part, {node_type}))
        if (mention->range == part) return *mention;
    Mention& mention = own_.emplace_back();
    mention.type = node_type;
    mention.block = block;
    mention.range = part;
    mention.name = to_utf8(reading_.block(block).slice(part));
    mention.score = 5;
    mention.rule = "field";
    return mention;
}

} // namespace zhitu::text
