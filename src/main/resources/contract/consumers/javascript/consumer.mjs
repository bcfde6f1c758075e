// Reads a topic of Semai from the beginning and prints one line for each event.
// Salin dan ubah sesuka Anda; copy and change it as you like.
//
//     npm install @confluentinc/kafka-javascript@1.10.1
//     node consumer.mjs [address] [topic] [--until-end]
//
// Address and topic may also come from SEMAI_KAFKA and SEMAI_TOPIC. It runs until Ctrl-C; with --until-end only until
// it has reached the end of every partition.
import Kafka from '@confluentinc/kafka-javascript';

// What is known today. Types that are not in this list will come one day: a reader ignores them.
const WORDS = {
  'id.semai.innovation.started.v1': 'started',
  'id.semai.stage.entered.v1': 'entered',
  'id.semai.stage.completed.v1': 'completed',
  'id.semai.stage.cancelled.v1': 'cancelled',
  'id.semai.stage.overdue.v1': 'overdue',
  'id.semai.innovation.finished.v1': 'finished',
  'id.semai.innovation.migrated.v1': 'migrated',
  'id.semai.model.released.v1': 'released',
  'id.semai.innovation.changed.v1': 'is now',
  'id.semai.unit.changed.v1': 'unit',
};

// The last sequence of each key: an innovation, a unit, or a model ("model:" and the id of its process).
// A dashboard keeps this beside what it shows, in the same transaction.
const last = new Map();

function read(event) {
  const key = event.subject;
  const sequence = Number(event.sequence);
  const before = last.get(key) ?? 0;
  if (sequence <= before) return; // seen already: a replay, or a second reading
  last.set(key, sequence); // also of a type that is not known
  // Topics of latest states may skip numbers; the topic of stage transitions never does.
  if (sequence > before + 1 && !event.type.includes('.changed.')) {
    console.log(`GAP  ${key} expected ${before + 1} got ${sequence}`);
  }
  if (event.type in WORDS) console.log(line(key, sequence, event.type, event.data));
}

function line(key, sequence, type, data) {
  const facts = ['status', 'stage', 'outcome', 'reasonCode'].filter((name) => name in data).map((name) => data[name]);
  const happened = [`${key} #${sequence}`, WORDS[type], ...facts].join(' ');
  return `${happened} | ${data.title ?? data.processName ?? data.unitName ?? ''} | ${data.unitName ?? ''}`;
}

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const address = names[0] ?? process.env.SEMAI_KAFKA ?? 'localhost:19092';
const topic = names[1] ?? process.env.SEMAI_TOPIC ?? 'semai.stage-transitions.v1';
const untilEnd = process.argv.includes('--until-end');

const consumer = new Kafka.KafkaConsumer(
  {
    'bootstrap.servers': address,
    'group.id': 'semai-example', // asked for by the library; nothing is committed
    'enable.auto.commit': false,
    'isolation.level': 'read_committed', // without it, repetitions may be seen
    'enable.partition.eof': true,
  },
  { 'auto.offset.reset': 'earliest' },
);

const stop = () => consumer.disconnect(() => process.exit(0));
const fail = (error) => {
  console.error(error.message);
  process.exit(1);
};

consumer.on('ready', () =>
  consumer.getMetadata({ topic, timeout: 10000 }, (error, metadata) => {
    if (error) return fail(error);
    const partitions = metadata.topics.find((each) => each.name === topic).partitions;
    const unread = new Set(partitions.map((partition) => partition.id));
    consumer.on('partition.eof', ({ partition }) => {
      unread.delete(partition);
      if (untilEnd && unread.size === 0) stop();
    });
    consumer.on('data', (record) => record.value && read(JSON.parse(record.value.toString())));
    consumer.assign(partitions.map((partition) => ({ topic, partition: partition.id, offset: 0 })));
    consumer.consume();
  }),
);
process.on('SIGINT', stop);
consumer.connect({}, (error) => error && fail(error));
