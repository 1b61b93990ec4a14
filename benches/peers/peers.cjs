// Times the peers that are npm packages: node peers.cjs TEXTS SECONDS PEER, with NODE_PATH where they are installed.
// PEER is compromise, compromise-parts or wink. Prints one line of JSON.

const fs = require('fs')

const ROUNDS = 5
const STEP = 4 // documents between two looks at the clock
const [file, budget, peer] = process.argv.slice(2)

const version = (name) => JSON.parse(fs.readFileSync(`${process.env.NODE_PATH}/${name}/package.json`)).version
const total = (texts, count) => texts.reduce((sum, text) => sum + count(text), 0)
const seconds = () => performance.now() / 1000

const peers = {
  compromise() {
    const nlp = require('compromise')
    return ['compromise', version('compromise'), (texts) => ({ topics: total(texts, (text) => nlp(text).topics().length) })]
  },
  'compromise-parts'() {
    const nlp = require('compromise')
    const read = (texts) => {
      const found = { topics: 0, sentences: 0 }
      for (const text of texts) {
        const doc = nlp(text)
        found.topics += doc.topics().length
        const sentences = doc.sentences().json({ text: false, terms: false })
        found.sentences += sentences.filter(({ sentence }) => sentence.subject && sentence.verb && sentence.predicate).length
      }
      return found
    }
    return ['compromise, subject and predicate', version('compromise'), read]
  },
  wink() {
    const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'negation', 'pos', 'ner'])
    const versions = `${version('wink-nlp')}, model ${version('wink-eng-lite-web-model')}`
    return ['wink-nlp', versions, (texts) => ({ entities: total(texts, (text) => nlp.readDoc(text).entities().length()) })]
  },
}

const texts = fs.readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line).text)
const start = seconds()
const [name, itsVersion, read] = peers[peer]()
read(['A sentence.']) // what is built at the first call belongs to the start
const startup = seconds() - start
// the first round warms up and says how many documents a round may have
const end = seconds() + Number(budget)
let documents = 0
while (documents < texts.length && seconds() < end) {
  read(texts.slice(documents, documents + STEP))
  documents = Math.min(documents + STEP, texts.length)
}
const taken = texts.slice(0, documents)
let best = Infinity
let found
for (let round = 0; round < ROUNDS; round++) {
  const begin = seconds()
  found = read(taken)
  best = Math.min(best, seconds() - begin)
}
const bytes = total(taken, (text) => Buffer.byteLength(text))
console.log(JSON.stringify({ name, version: itsVersion, documents, bytes, seconds: best, startup_seconds: startup, found }))
