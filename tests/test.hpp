// Catch2 of either major version.
#pragma once

#ifdef ZHITU_CATCH2_V2
#include <catch2/catch.hpp>
using Approx = Catch::Detail::Approx; // Catch::Approx is hidden by a matcher of that name
using Catch::Matchers::Contains;
#else
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
using Catch::Approx;
inline auto Contains(const std::string& text) { return Catch::Matchers::ContainsSubstring(text); }
#endif
