import type { Evidence, Fact, Fault, LawOf, Told } from '../evidence.ts'
import { factsByOp, opNames, receiptName, refusals } from '../ops.ts'

const same = (answer: Told['answers'][number]): string =>
  JSON.stringify([answer.status, answer.word, answer.ref])

const twoAnswers = (told: Told): Fault[] => {
  const different = [...new Set(told.answers.map(same))]
  return different.length < 2
    ? []
    : [{ law: 'I5', subject: `${told.kind} ${told.id}`, what: `was answered ${different.join(' and ')}` }]
}

/** The answer for ever is the one that is kept. */
const notKept = ({ told, dump }: Evidence, nameOf: (told: Told) => string | null): Fault[] => {
  const receipts = new Map(dump.receipts.map((receipt) => [receipt._id, receipt]))
  return [...told.values()].flatMap((message): Fault[] => {
    const [answer] = message.answers
    const { kind, id } = message
    if (answer === undefined || kind === 'forged' || kind === 'other body') return []
    const name = nameOf(message)
    const fault = (what: string): Fault[] => [{ law: 'I5', subject: `${kind} ${id}`, what }]
    const outcome = receipts.get(name ?? '')?.outcome
    if (!outcome) return fault('was answered and no answer is kept')
    if (!(name ?? '').startsWith('partner:')) return []
    const said = outcome.body['outcome'] ?? outcome.body['code']
    const word = typeof said === 'string' ? said : ''
    const isSame = outcome.status === answer.status && word === answer.word
    return isSame
      ? []
      : fault(`was answered ${answer.status} ${answer.word}, kept is ${outcome.status} ${word}`)
  })
}

/** One operation changes one document in one write; a late yes may end the old offer before, under a name of its own. */
const twoEffects = (facts: readonly Fact[]): Fault[] =>
  [...factsByOp(facts)].flatMap(([op, own]): Fault[] => {
    const writes = new Set(own.map(({ entityId, version }) => `${entityId} at ${version}`))
    return writes.size < 2 ? [] : [{ law: 'I5', subject: op, what: `had an effect ${writes.size} times` }]
  })

const yeses = new Set(['accept', 'accept by link'])
/** Of a message that was refused: what it would have done. Another body under its id shares its name. */
const effectsOf = ({ kind }: Told, own: readonly Fact[]): readonly Fact[] =>
  yeses.has(kind) ? own.filter(({ type }) => type === 'offer.accepted') : own

/** Whoever was told no for ever has changed nothing: an operation done twice may be refused the second time. */
const noWithEffect = (
  messages: readonly Told[],
  facts: readonly Fact[],
  nameOf: (told: Told) => string,
): Fault[] => {
  const byOp = factsByOp(facts)
  return messages.flatMap((told): Fault[] => {
    const { id, kind, answers } = told
    if (kind === 'forged' || kind === 'other body') return []
    const no = answers.find(({ status, word }) => status >= 400 || refusals.has(word))
    const [effect] = no === undefined ? [] : effectsOf(told, byOp.get(nameOf(told)) ?? [])
    return no === undefined || effect === undefined
      ? []
      : [
          {
            law: 'I5',
            subject: `${kind} ${id}`,
            what: `was answered ${no.status} ${no.word} and did ${effect.type}`,
          },
        ]
  })
}

/** I5: one effect and one answer for each id, and another body under the same id is refused. */
export const repeatable: LawOf = (evidence) => {
  const messages = [...evidence.told.values()]
  const taken = messages.filter(
    ({ kind, answers }) => kind === 'other body' && answers.some(({ status }) => status !== 422),
  )
  return [
    ...messages.filter(({ kind }) => kind !== 'forged').flatMap(twoAnswers),
    ...notKept(evidence, receiptName(evidence)),
    ...twoEffects(evidence.dump.facts),
    ...noWithEffect(messages, evidence.dump.facts, opNames(evidence)),
    ...taken.map(({ id }): Fault => ({
      law: 'I5',
      subject: id,
      what: 'another body under this id was not refused',
    })),
  ]
}
