// Tables of policies: the first row names the columns, each further one is a policy.
#pragma once

#include <zhitu/importers/text/discourse.hpp>
#include <zhitu/importers/text/facts.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace zhitu::text {

class PolicyTable {
  public:
    PolicyTable(const Reading& reading, Facts& facts)
        : reading_(reading)
        , words_(reading.words())
        , facts_(facts) {}

    /// Reads a row. False where it is none of a policy: of the header, of another table.
    bool read_row(std::uint32_t block);
    /// The table has ended.
    void close() { columns_.clear(); }

  private:
    [[nodiscard]] std::string column_of(std::uint32_t block, Range cell) const;
    [[nodiscard]] Passage row(std::uint32_t block) const { return reading_.place(block, reading_.whole(block)); }
    int add_policy(std::uint32_t block, Range cell);
    void fill(std::uint32_t block, int policy, Range cell, std::string_view column);
    void add_year(std::uint32_t block, int policy);

    const Reading& reading_;
    const Vocabulary& words_;
    Facts& facts_;
    std::vector<std::string> columns_; // what they hold; empty before the first row
};

} // namespace zhitu::text
