#!/usr/bin/env python3
"""Reads a topic of Semai from the beginning and prints one line for each event.
Salin dan ubah sesuka Anda; copy and change it as you like.

    pip install confluent-kafka        (Debian: apt install python3-confluent-kafka)
    python3 consumer.py [address] [topic] [--until-end]

Address and topic may also come from SEMAI_KAFKA and SEMAI_TOPIC. It runs until Ctrl-C; with --until-end only until it
has reached the end of every partition.
"""
import json
import os
import sys

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

# What is known today. Types that are not in this list will come one day: a reader ignores them.
WORDS = {
    "id.semai.innovation.started.v1": "started",
    "id.semai.stage.entered.v1": "entered",
    "id.semai.stage.completed.v1": "completed",
    "id.semai.stage.cancelled.v1": "cancelled",
    "id.semai.stage.overdue.v1": "overdue",
    "id.semai.innovation.finished.v1": "finished",
    "id.semai.innovation.migrated.v1": "migrated",
    "id.semai.model.released.v1": "released",
    "id.semai.innovation.changed.v1": "is now",
    "id.semai.unit.changed.v1": "unit",
}

# The last sequence of each key: an innovation, a unit, or a model ("model:" and the id of its process).
# A dashboard keeps this beside what it shows, in the same transaction.
last = {}


def read(event):
    key, kind, sequence = event["subject"], event["type"], int(event["sequence"])
    before = last.get(key, 0)
    if sequence <= before:
        return  # seen already: a replay, or a second reading
    last[key] = sequence  # also of a type that is not known
    # Topics of latest states may skip numbers; the topic of stage transitions never does.
    if sequence > before + 1 and ".changed." not in kind:
        print(f"GAP  {key} expected {before + 1} got {sequence}")
    if kind in WORDS:
        print(line(key, sequence, kind, event["data"]))


def line(key, sequence, kind, data):
    facts = [str(data[name]) for name in ("status", "stage", "outcome", "reasonCode") if name in data]
    happened = " ".join([f"{key} #{sequence} {WORDS[kind]}"] + facts)
    title = next((data[name] for name in ("title", "processName", "unitName") if name in data), "")
    return f"{happened} | {title} | {data.get('unitName', '')}"


def run(address, topic, until_end):
    consumer = Consumer({
        "bootstrap.servers": address,
        "group.id": "semai-example",  # asked for by the library; nothing is committed
        "enable.auto.commit": False,
        "isolation.level": "read_committed",  # without it, repetitions may be seen
        "enable.partition.eof": True,
    })
    try:
        partitions = consumer.list_topics(topic, timeout=10).topics[topic].partitions
        consumer.assign([TopicPartition(topic, number, OFFSET_BEGINNING) for number in partitions])
        unread = set(partitions)
        while unread or not until_end:
            record = consumer.poll(0.5)
            if record is None:
                continue
            if record.error() is None:
                if record.value() is not None:
                    read(json.loads(record.value()))
            elif record.error().code() == KafkaError._PARTITION_EOF:
                unread.discard(record.partition())
            else:
                raise KafkaException(record.error())
    except KeyboardInterrupt:
        pass  # the end that was asked for
    finally:
        consumer.close()


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    names = [word for word in sys.argv[1:] if not word.startswith("--")]
    run(
        names[0] if len(names) > 0 else os.environ.get("SEMAI_KAFKA", "localhost:19092"),
        names[1] if len(names) > 1 else os.environ.get("SEMAI_TOPIC", "semai.stage-transitions.v1"),
        "--until-end" in sys.argv,
    )
