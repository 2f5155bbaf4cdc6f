#!/usr/bin/env python3
"""SQLite with recursive queries: what people have at hand. In memory, indexed both ways."""
import sqlite3

import protocol

peer = protocol.Peer("SQLite", sqlite3.sqlite_version)
newest = []  # the database of the size at hand


def made(data):
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE node(id INTEGER PRIMARY KEY, type INTEGER)")
    database.execute("CREATE TABLE edge(source INTEGER, type INTEGER, target INTEGER)")
    database.executemany("INSERT INTO node VALUES (?, ?)", enumerate(data.node_types.tolist()))
    rows = zip(data.edges[:, 0].tolist(), data.edge_types.tolist(), data.edges[:, 1].tolist())
    database.executemany("INSERT INTO edge VALUES (?, ?, ?)", rows)
    database.execute("CREATE INDEX by_source ON edge(source, type, target)")
    database.execute("CREATE INDEX by_target ON edge(target, type, source)")
    database.execute("CREATE TABLE seed(id INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO seed VALUES (?)", ([seed] for seed in data.seeds))
    database.execute("CREATE TABLE sparse(id INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO sparse VALUES (?)", ([seed] for seed in data.sparse_seeds))
    database.execute("ANALYZE")
    return database


def loaded(data):
    if not newest or newest[0] is not data:
        newest[:] = []
        newest.extend([data, made(data)])
    return newest[1]


@peer.workload("memory")
def memory(data):
    return made(data)


def hops(data, count):
    database, knows = loaded(data), data.edge_type_names.index("KNOWS")
    query = """
        WITH RECURSIVE reached(seed, node, hops) AS (
            SELECT id, id, 0 FROM seed
            UNION SELECT seed, target, hops + 1 FROM reached JOIN edge ON source = node AND type = ? WHERE hops < ?)
        SELECT count(*) FROM (SELECT DISTINCT seed, node FROM reached)"""
    return lambda: database.execute(query, (knows, count)).fetchone()[0]


@peer.workload("hops-2")
def hops_2(data):
    return hops(data, 2)


@peer.workload("hops-3")
def hops_3(data):
    return hops(data, 3)


@peer.workload("simple-paths")
def simple_paths(data):
    database = loaded(data)
    query = """
        WITH RECURSIVE path(node, steps, trail) AS (
            SELECT ?1, 0, ',' || ?1 || ','
            UNION ALL SELECT target, steps + 1, trail || target || ',' FROM path JOIN edge ON source = node
            WHERE steps < 3 AND node <> ?2 AND instr(trail, ',' || target || ',') = 0)
        SELECT count(*) FROM path WHERE node = ?2"""
    return lambda: sum(database.execute(query, pair).fetchone()[0] for pair in data.tag_pairs)


@peer.workload("links")
def links(data):
    database = loaded(data)
    numbers = {name: data.edge_type_names.index(name) for name in data.edge_type_names}
    post = "sparse JOIN edge first ON first.source = sparse.id AND first.type IN ({LIKES}, {CREATED})"
    queries = [
        "SELECT sparse.id, target FROM sparse JOIN edge ON source = sparse.id AND type = {INTERESTED_IN}",
        f"SELECT sparse.id, tag.target FROM {post} JOIN edge tag ON tag.source = first.target AND tag.type = {{HAS_TAG}}",
        f"""SELECT sparse.id, tag.target FROM {post}
            JOIN (SELECT source one, target other, type FROM edge UNION ALL SELECT target, source, type FROM edge) reply
            ON reply.one = first.target AND reply.type = {{REPLY_OF}}
            JOIN edge tag ON tag.source = reply.other AND tag.type = {{HAS_TAG}}""",
    ]
    queries = [query.format(**numbers) for query in queries]

    def count():
        rows = [row for query in queries for row in database.execute(query)]
        return len(rows) + len(set(rows))

    return count


@peer.workload("shortest")
def shortest(data):
    raise protocol.Skip("a recursive query cannot stop at the first path")


if __name__ == "__main__":
    protocol.main(peer, largest=1_000_000)
