// Bytes that come in pieces, so that a file of any size is read without being held.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#pragma GCC visibility push(default)
namespace zhitu {

/// Where bytes come from: a file, a pipe, memory, or another source that is changed on the way.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Puts at least one byte and at most `buffer.size()` into `buffer` and tells how many; 0 at the end alone.
    /// Throws Error (bad_input, limit).
    [[nodiscard]] virtual std::size_t read(std::span<char> buffer) = 0;
};

/// Bytes in memory, which must outlive the source.
class MemorySource : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes)
        : rest_(bytes) {}
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

  private:
    std::string_view rest_;
};

/// Bytes that were read already, and behind them what is left of the source, which must outlive this one.
class JoinedSource : public ByteSource {
  public:
    JoinedSource(std::string head, ByteSource& rest)
        : head_(std::move(head))
        , rest_(rest) {}
    [[nodiscard]] std::size_t read(std::span<char> buffer) override;

    /// What was read already and not yet given again.
    [[nodiscard]] std::string_view head() const { return std::string_view(head_).substr(at_); }

  private:
    std::string head_;
    std::size_t at_ = 0;
    ByteSource& rest_;
};

/// Appends what is left of `source` to `bytes`, up to `most` bytes of it; tells whether the source has ended. At least
/// one byte more is asked for than there is, where the end shall show.
enum class Ended { no, yes };
Ended append_bytes(std::string& bytes, ByteSource& source, std::size_t most);

/// All that is left of `source`; `expected` bytes, where known, come without growing twice.
[[nodiscard]] std::string read_all(ByteSource& source, std::size_t expected = 0);

} // namespace zhitu
#pragma GCC visibility pop
