import { useState, type ReactNode } from 'react'
import type { FactView } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { sentenceOf, type Names } from '../../text/sentences.ts'
import { useNow } from '../../time/now.tsx'
import { clockSeconds, shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { groupsOf, type FactEntry } from './fact-groups.ts'
import { usePartnerName } from './partners.ts'

const FIRST = 15

/** Where a fact refers to a text: its note, its reason, or the text itself. */
const quoteOf = (fact: FactView, texts: Readonly<Record<string, string>>): string | undefined => {
  const ids = [fact.data['note'], fact.data['reason'], fact.data['textId']]
  return ids.flatMap((id) => (typeof id === 'string' && Object.hasOwn(texts, id) ? texts[id] : []))[0]
}

/** One step of the line: the sentence, and when it was, to the right. */
const Step = ({ at, time, by, children }: { at: string; time: string; by: string; children: ReactNode }) => (
  <li className="relative border-l border-line pb-2.5 pl-4 before:absolute before:top-1.5 before:-left-[3.5px] before:size-1.5 before:rounded-full before:bg-edge last:pb-0">
    <div className="flex items-baseline justify-between gap-3">
      <div className="min-w-0">{children}</div>
      <time dateTime={at} className="shrink-0 text-[0.85rem] text-soft">
        {time}
      </time>
    </div>
    <p className="text-[0.85rem] text-faint">{by}</p>
  </li>
)

interface Props {
  facts: readonly FactView[]
  names: Names
  texts: Readonly<Record<string, string>>
}

/** Facts as sentences, the latest first: when, what, by whom. */
export const FactList = ({ facts, names, texts }: Props) => {
  const { text, language } = useSpeech()
  const partnerName = usePartnerName()
  const now = useNow(60_000)
  const [all, setAll] = useState(false)
  const entries = groupsOf(facts.toReversed())
  const actorOf = ({ by, byName }: FactView): string => {
    if (byName !== null) return byName
    if (by.kind === 'system') return text.word.system
    if (by.kind === 'volunteer') return names.who(by.id)
    return by.kind === 'partner' ? partnerName(by.id) : by.id
  }
  const momentOf = (at: string): string => {
    const short = shortMoment(at, now, language)
    return short.includes(' ') ? short : clockSeconds(at, language)
  }
  const say = (fact: FactView): string => sentenceOf(text.timeline, fact, names)
  const stepOf = (entry: FactEntry): ReactNode => {
    const fact = entry.kind === 'one' ? entry.fact : entry.first
    const quote = entry.kind === 'one' ? quoteOf(fact, texts) : undefined
    return (
      <Step key={fact.id} at={fact.at} time={momentOf(fact.at)} by={actorOf(fact)}>
        {entry.kind === 'one' ? (
          <p>{say(fact)}</p>
        ) : (
          <details>
            <summary className="cursor-pointer">
              {text.incident.timeline.many[entry.type](entry.facts.length)}
            </summary>
            <ul className="text-[0.93rem] text-soft">
              {entry.facts.map((one) => (
                <li key={one.id}>{say(one)}</li>
              ))}
            </ul>
          </details>
        )}
        {quote !== undefined && <p className="text-soft">“{quote}”</p>}
      </Step>
    )
  }
  return (
    <>
      <ol className="flex flex-col">{(all ? entries : entries.slice(0, FIRST)).map(stepOf)}</ol>
      {!all && entries.length > FIRST && (
        <Button size="small" className="mt-2" onClick={() => setAll(true)}>
          {text.word.showMore} ({entries.length - FIRST})
        </Button>
      )}
    </>
  )
}
