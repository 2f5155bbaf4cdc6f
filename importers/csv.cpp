#include <zhitu/importers/csv.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/csv_columns.hpp>
#include <zhitu/importers/detail/csv_rows.hpp>
#include <zhitu/importers/detail/graph_input.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

namespace zhitu {
namespace {

using detail::CsvCell;
using detail::CsvColumn;
using detail::CsvHeader;

Error bad(std::string problem, std::string hint, Position position) {
    return {ErrorCode::bad_input, std::move(problem), std::move(hint), position.in({})};
}

class Reader {
  public:
    explicit Reader(const detail::GraphInput& input)
        : input_(input)
        , rows_(input.text) {}

    void read() {
        bool header_is_due = true;
        while (rows_.next()) {
            if (rows_.is_blank())
                header_is_due = true;
            else if (header_is_due)
                read_header();
            else
                read_row();
            header_is_due = header_is_due && rows_.is_blank();
        }
    }

  private:
    void read_header() {
        std::vector<std::string_view> names;
        for (const CsvCell& cell : rows_.cells()) names.push_back(cell.text);
        at(rows_.position(), [&] { header_ = CsvHeader(names); });
    }

    void read_row() {
        if (rows_.cells().size() != header_.columns().size())
            throw bad(
                fmt::format("a row of {} cells under a header of {}", rows_.cells().size(), header_.columns().size()),
                "give every row a cell for each column", rows_.position());
        data_.clear();
        source_.clear();
        target_.clear();
        for (std::size_t i = 0; i < rows_.cells().size(); ++i) read_cell(rows_.cells()[i], header_.columns()[i]);
        at(rows_.position(), [&] { header_.table() == CsvHeader::Table::nodes ? add_node() : add_edge(); });
    }

    void read_cell(const CsvCell& cell, const CsvColumn& column) {
        if (cell.is_absent()) return;
        const std::string_view text = column.is_text() ? detail::without_guard(cell.text) : cell.text;
        switch (column.use) {
        case CsvColumn::Use::source:
            source_ = text;
            return;
        case CsvColumn::Use::target:
            target_ = text;
            return;
        case CsvColumn::Use::none:
            return;
        case CsvColumn::Use::data:
            at(
                rows_.position(), [&] { data_.add(column.key, text); }, &cell);
        }
    }

    void add_node() {
        if (header_.origin() == CsvHeader::Origin::others) data_.adapt_node({});
        if (data_.id.empty()) throw bad("a node has no id", "give every node an id", rows_.position());
        input_.ends.has(data_.add_node(input_.builder, data_.id));
    }

    void add_edge() {
        if (header_.origin() == CsvHeader::Origin::others) data_.adapt_edge({});
        const NodeId source = end(source_, "source"), target = end(target_, "target");
        (void)data_.add_edge(input_.builder, source, target);
    }

    NodeId end(const std::string& id, std::string_view which) {
        if (id.empty())
            throw bad(fmt::format("an edge has no {}", which), "give every edge a source and a target",
                      rows_.position());
        const NodeId node = input_.builder.reference(id);
        input_.ends.names(node, id, rows_.position());
        return node;
    }

    /// Runs `step` and gives its errors a place: that of `cell`, where there is one.
    template <class Step>
    void at(Position position, Step step, const CsvCell* cell = nullptr) const {
        try {
            step();
        } catch (const Error& error) {
            if (error.place().line != 0) throw;
            throw error.at((cell != nullptr ? rows_.position(*cell) : position).in({}));
        }
    }

    const detail::GraphInput& input_;
    detail::CsvRows rows_;
    CsvHeader header_;
    detail::RowData data_;
    std::string source_, target_;
};

void read(const detail::GraphInput& input) {
    Reader(input).read();
}

} // namespace

Importer csv_importer() {
    Importer importer{"csv", "tables of nodes and edges as CSV", {".csv"}, nullptr};
    importer.read_graph = read;
    importer.parts = {"nodes", "edges"};
    return importer;
}

} // namespace zhitu
