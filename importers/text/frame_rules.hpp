// Frames: the declarative rules of packs, `rules/*.rules`. docs/packs.md describes the format.
//
//     frame zh.develops.deed            # the name that edges carry
//       trigger develop                 # a word class; one edge set for each of its words in the window
//       source  Firm before list        # types, side of the trigger, how many; `else TYPE` where none follows it
//       target  Technology after list head
//       in      clause                  # clause (default) or sentence
//       with    CLASS                   # a word of this class must stand in the window too
//       not     CLASS                   # and none of this
//       lone    Firm                    # nobody of these types stands in the sentence but who made a thing in it
//       apart   Case                    # the sentence tells of no node of these types
//       unless  negated planned         # modalities that forbid it
//       skip    challenge               # topics where it does not run
//       make    DEVELOPS
#pragma once

#include <zhitu/importers/text/document.hpp>
#include <zhitu/packs/pack.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace zhitu::text {

enum class Side { before, after, adjacent_before, adjacent_after, any };
enum class Take { nearest, list, all };

struct Slot {
    std::vector<std::string> types;
    std::vector<std::string> other_types; // too, where none of `types` follows them
    Side side = Side::before;
    Take take = Take::list;
    bool carried = false;     // else the last one of the text before
    bool last = false;        // else the last one of this sentence or the one before
    bool close = false;       // of the clause, or of one before it where this one begins with the trigger
    bool head = false;        // no modifier of a longer phrase: no possessive stands close behind it
    std::string before;       // a word of this class stands right before the mention or its list
    std::string not_before;   // no word of this class does
    std::string followed;     // a word of this class stands behind the mention or its list
    std::string not_followed; // no word of this class does
    std::string pronoun; // a word of this class right behind the trigger stands for the last one of the text before
};

struct Frame {
    std::string name;
    std::string trigger;
    Slot source, target;
    bool whole_sentence = false;
    std::vector<std::string> with, without;
    std::vector<std::string> without_types; // no mention of these in the sentence
    std::vector<std::string> apart;         // no node of these rests on the sentence
    std::uint8_t unless = 0;
    std::vector<Topic> skip;
    std::string edge;
};

/// The frames of a pack, in order. Throws Error (bad_input) with file and line where a rule cannot be read.
[[nodiscard]] std::vector<Frame> parse_frames(const Pack& pack);

} // namespace zhitu::text
