// Words of the general lexicon.
#pragma once

#include <cstdint>

#pragma GCC visibility push(default)
namespace zhitu {

/// The part of speech as far as it can be trusted: a plain verb, a word of grammar or time, or anything else.
enum class WordClass : std::uint8_t { other, verb, function };

/// In the compiled lexicon the word class stands above the cost.
inline constexpr unsigned lexicon_class_shift = 16;

/// A word of a segmented text.
struct LexiconHit {
    std::uint32_t end = 0;
    WordClass word_class = WordClass::other;
    std::uint16_t cost = 0; // -log p in 1/256 nats; that of an unknown character where the lexicon lacks the word
};

} // namespace zhitu
#pragma GCC visibility pop
