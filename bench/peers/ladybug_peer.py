#!/usr/bin/env python3
"""Ladybug, the successor of Kuzu: the same questions."""
import kuzu_peer

if __name__ == "__main__":
    kuzu_peer.run("Ladybug")
