// Text on its way to a stream: every exporter appends to one string, which goes on a block at a time.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace zhitu::detail {

class TextWriter {
  public:
    explicit TextWriter(std::ostream& out)
        : out_(out) {}
    TextWriter(const TextWriter&) = delete;
    TextWriter& operator=(const TextWriter&) = delete;

    /// What is appended here comes out in order.
    [[nodiscard]] std::string& text() { return text_; }
    /// To be called behind each element, so that no more than a block and an element is held.
    void pass_on() {
        if (text_.size() >= block) flush();
    }
    /// To be called behind the last.
    void flush() {
        out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
        text_.clear();
    }

  private:
    static constexpr std::size_t block = std::size_t{64} << 10;

    std::ostream& out_;
    std::string text_;
};

} // namespace zhitu::detail
