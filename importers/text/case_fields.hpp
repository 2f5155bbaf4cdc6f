// Cases told by fields: records, and the rows of tables.
#pragma once

#include <zhitu/importers/text/practice.hpp>

#include <deque>
#include <string_view>
#include <vector>

namespace zhitu::text {

/// What a field of a case holds, by the value of its label in class `layout.record`; empty where it is no label.
[[nodiscard]] std::string_view slot_of(const Reading& reading, std::uint32_t block, Range label);

/// The slot of a record's label, its mark of bracket left out.
[[nodiscard]] std::string_view slot_of_record(const Reading& reading, std::uint32_t block);

/// Puts the mentions of fields into a case.
/// "Label: value. Label: value." in running text.
struct Field {
    std::string_view slot;
    Range range; // of the value
};
[[nodiscard]] std::vector<Field> fields_in(const Reading& reading, std::uint32_t block);

class CaseFields {
  public:
    CaseFields(const Reading& reading, Practice& practice)
        : reading_(reading)
        , practice_(practice) {}

    /// The field of the actor, which opens a case.
    void read_actor(std::uint32_t block, Range field);
    /// Another field whose content has no clauses: partner, place, industry, scene.
    void read_names(std::uint32_t block, Range field, std::string_view slot);

  private:
    void add(std::vector<Found>& list, std::uint32_t block, Range field,
             std::initializer_list<std::string_view> types) const;
    void add_parts(std::vector<Found>& list, std::uint32_t block, Range field, std::string_view node_type);
    [[nodiscard]] std::vector<Range> parts_of(std::uint32_t block, Range field) const;
    [[nodiscard]] const Mention& own(std::uint32_t block, Range part, std::string_view node_type);

    const Reading& reading_;
    Practice& practice_;
    std::deque<Mention> own_; // what fields name and no list knows
};

} // namespace zhitu::text
