#include <zhitu/packs/source.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>

namespace zhitu {
namespace fs = std::filesystem;
namespace {

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto at = text.find(separator);
        if (const auto part = trim(text.substr(0, at)); !part.empty()) parts.emplace_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

/// Reads one file line by line; the derived readers see lines that are neither blank nor comments.
class LineReader {
  public:
    LineReader(const fs::path& file, PackSource& pack, std::vector<PackFinding>& findings)
        : pack_(pack)
        , file_(file)
        , findings_(findings) {}
    virtual ~LineReader() = default;

    void run() {
        const std::string text = read_file(file_);
        if (const auto bad = invalid_utf8(text)) {
            findings_.push_back({place_of(text, *bad, file_.string()), "is not valid UTF-8"});
            return;
        }
        std::string_view rest = text;
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            ++line_;
            const std::string_view line = trim(rest.substr(0, end));
            if (!line.empty() && line.front() != '#') read(line);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
    }

  protected:
    virtual void read(std::string_view line) = 0;
    void tell(std::string problem) { findings_.push_back({{file_.string(), line_, 0}, std::move(problem)}); }
    PackSource& pack_;

  private:
    fs::path file_;
    std::vector<PackFinding>& findings_;
    std::size_t line_ = 0;
};

/// `@type T`, `@property value`, `[section]`, `name | alias < broader`, `form | form = name`.
class TermReader : public LineReader {
  public:
    using LineReader::LineReader;

  private:
    void read(std::string_view line) override {
        if (line.front() == '@') return directive(line.substr(1));
        if (line.front() == '[' && line.back() == ']') return open(line.substr(1, line.size() - 2));
        if (type_.empty()) return tell("a term stands before '@type'; begin the file with it");
        if (section_.empty()) return tell("a term stands before a section; begin with [certain]");
        if (const auto trust = trust_of(section_)) return term(line, *trust);
        for (const std::string& word : split(line, '|'))
            pack_.entries.push_back({word, type_ + "." + section_, value(), Trust::word, {}, {}});
    }

    static std::optional<Trust> trust_of(std::string_view section) {
        if (section == "certain") return Trust::certain;
        if (section == "ambiguous") return Trust::ambiguous;
        if (section == "block") return Trust::block;
        return std::nullopt;
    }

    void directive(std::string_view text) {
        const auto blank = text.find(' ');
        if (blank == std::string_view::npos) return tell("a directive needs a value: '@type Technology'");
        const std::string name(text.substr(0, blank)), value(trim(text.substr(blank)));
        if (name == "type")
            type_ = value;
        else
            properties_[name] = value;
    }

    void open(std::string_view section) { section_ = trim(section); }

    // A word of a class has one value: the first property that is set for it.
    [[nodiscard]] std::string value() const { return properties_.empty() ? "" : properties_.begin()->second; }

    void term(std::string_view line, Trust trust) {
        const auto broader_at = line.find(" <");
        std::vector<std::string> broader;
        if (broader_at != std::string_view::npos) broader = split(line.substr(broader_at + 2), '|');
        std::string_view forms = line.substr(0, broader_at);
        std::string name;
        if (const auto equals = forms.find(" ="); equals != std::string_view::npos) {
            name = trim(forms.substr(equals + 2));
            forms = forms.substr(0, equals);
        }
        const auto words = split(forms, '|');
        if (words.empty()) return tell("a term without a name");
        if (name.empty()) name = words.front();
        for (const std::string& form : words) {
            if (to_utf32(form).size() < 2) tell(fmt::format("'{}' is shorter than two characters", form));
            pack_.entries.push_back({form, type_, name, trust, {properties_.begin(), properties_.end()}, broader});
        }
    }

    std::string type_, section_;
    std::map<std::string, std::string> properties_;
};

/// `@class name`, then words separated by blanks, each with an optional `=value`; `_` stands for a blank in a word.
class ClassReader : public LineReader {
  public:
    using LineReader::LineReader;

  private:
    void read(std::string_view line) override {
        if (line.starts_with("@class ")) {
            class_ = trim(line.substr(7));
            return;
        }
        if (class_.empty()) return tell("a word stands before '@class'");
        for (const std::string& item : split(line, ' ')) {
            const auto equals = item.size() > 1 ? item.find('=', 1) : std::string::npos;
            std::string word = item.substr(0, equals);
            std::replace(word.begin(), word.end(), '_', ' ');
            pack_.entries.push_back(
                {word, class_, equals == std::string::npos ? "" : item.substr(equals + 1), Trust::word, {}, {}});
        }
    }

    std::string class_;
};

/// `rule right wrong documents`.
class MeasureReader : public LineReader {
  public:
    using LineReader::LineReader;

  private:
    void read(std::string_view line) override {
        const auto fields = split(line, ' ');
        if (fields.size() != 4) return tell("a measured rule has four fields: rule, right, wrong, documents");
        RuleMeasure measure{fields[0]};
        const std::array counts{&measure.right, &measure.wrong, &measure.documents};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const std::string& field = fields[i + 1];
            const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), *counts[i]);
            if (error != std::errc() || end != field.data() + field.size())
                return tell(fmt::format("'{}' is no count", field));
        }
        pack_.measures.push_back(std::move(measure));
    }
};

std::vector<fs::path> files_in(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    if (!fs::is_directory(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

PackSource read_pack(const fs::path& folder, std::vector<PackFinding>& findings) {
    if (!fs::is_directory(folder))
        throw Error(ErrorCode::bad_input, "is no folder of a pack", "name a folder with terms/, classes/ or rules/",
                    {folder.string()});
    PackSource pack;
    for (const fs::path& file : files_in(folder / "terms", ".txt")) TermReader(file, pack, findings).run();
    for (const fs::path& file : files_in(folder / "classes", ".txt")) ClassReader(file, pack, findings).run();
    for (const fs::path& file : files_in(folder / "rules", ".rules"))
        pack.rules.push_back({file.lexically_relative(folder).generic_string(), read_file(file)});
    if (const fs::path file = folder / "confidence.txt"; fs::exists(file)) MeasureReader(file, pack, findings).run();
    return pack;
}

} // namespace zhitu
