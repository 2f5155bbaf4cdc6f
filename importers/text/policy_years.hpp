// The years of policies, and of the paper that names them.
#pragma once

#include <zhitu/importers/text/policy_titles.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace zhitu::text {

struct Year {
    Range range; // in its block
    std::int64_t value = 0;
};

/// Can this be the year of a policy?
[[nodiscard]] bool is_policy_year(std::int64_t value);

/// Years in four digits with the word for a year behind.
[[nodiscard]] std::vector<Year> years_in(const Reading& reading, std::uint32_t block, Range range);

/// Finds the years of titles in the order of the text: "the same year" is that of the title before.
class PolicyYears {
  public:
    explicit PolicyYears(const Reading& reading);

    /// The year of the paper: that of its dates of issue.
    [[nodiscard]] std::optional<std::int64_t> of_document() const { return document_; }
    /// The year of a policy: the last one in front of its title, else that of its number, else one behind the title.
    [[nodiscard]] std::optional<std::int64_t> next(const TitlePlace& place);

  private:
    [[nodiscard]] std::optional<Year> before(const TitlePlace& place) const;
    [[nodiscard]] std::optional<Year> by_another(const TitlePlace& place, std::optional<Year> year) const;
    [[nodiscard]] std::optional<std::int64_t> of_number(const TitlePlace& place) const;
    [[nodiscard]] std::optional<std::int64_t> behind(const TitlePlace& place) const;

    const Reading& reading_;
    std::optional<std::int64_t> document_;
    std::optional<std::int64_t> last_;
};

} // namespace zhitu::text
