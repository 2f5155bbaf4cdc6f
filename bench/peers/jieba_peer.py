#!/usr/bin/env python3
"""jieba over the same papers: words alone, and words with their parts of speech."""
import logging

import jieba
import jieba.posseg

import protocol

cut = protocol.Peer("jieba, cut", jieba.__version__)
tag = protocol.Peer("jieba, tag")


def over_papers(data, words):
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    papers = sorted(data.folder.iterdir())

    def work():
        length = 0
        for paper in papers:
            text = paper.read_text(encoding="utf-8")
            length += sum(len(word) for word in words(text))
        return length

    return work


@cut.workload("text")
def cut_text(data):
    return over_papers(data, jieba.cut)


@tag.workload("text")
def tag_text(data):
    return over_papers(data, lambda text: (pair.word for pair in jieba.posseg.cut(text)))


if __name__ == "__main__":
    protocol.main(cut, tag)
