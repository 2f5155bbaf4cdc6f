// The types of the policy ontology that the engine's rule families speak of.
#pragma once

#include <string_view>

namespace zhitu::text::type {

inline constexpr std::string_view policy = "Policy";
inline constexpr std::string_view body = "IssuingBody";
inline constexpr std::string_view firm = "Firm";
inline constexpr std::string_view technology = "Technology";
inline constexpr std::string_view scenario = "Scenario";
inline constexpr std::string_view industry = "Industry";
inline constexpr std::string_view region = "Region";
inline constexpr std::string_view practice = "Case";
inline constexpr std::string_view outcome = "Outcome";
inline constexpr std::string_view challenge = "Challenge";
inline constexpr std::string_view characteristic = "Characteristic";
inline constexpr std::string_view recommendation = "Recommendation";
inline constexpr std::string_view reference = "Reference";
inline constexpr std::string_view document = "Document";
inline constexpr std::string_view person = "Person";
inline constexpr std::string_view institution = "Institution";

} // namespace zhitu::text::type

namespace zhitu::text {

/// What policies promote, challenges concern and cases show.
[[nodiscard]] constexpr bool is_subject_type(std::string_view name) {
    return name == type::technology || name == type::scenario || name == type::industry;
}

} // namespace zhitu::text
