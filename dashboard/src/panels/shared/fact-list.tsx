import { useState } from 'react'
import type { FactView } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { sentenceOf, type Names } from '../../text/sentences.ts'
import { useNow } from '../../time/now.tsx'
import { clockSeconds, shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { usePartnerName } from './partners.ts'

const FIRST = 15

/** Where a fact refers to a text: its note, its reason, or the text itself. */
const quoteOf = (fact: FactView, texts: Readonly<Record<string, string>>): string | undefined => {
  const ids = [fact.data['note'], fact.data['reason'], fact.data['textId']]
  return ids.flatMap((id) => (typeof id === 'string' && Object.hasOwn(texts, id) ? texts[id] : []))[0]
}

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
  const latest = facts.toReversed()
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
  return (
    <>
      <ol className="flex flex-col">
        {(all ? latest : latest.slice(0, FIRST)).map((fact) => {
          const quote = quoteOf(fact, texts)
          return (
            <li
              key={fact.id}
              className="relative border-l border-line pb-2.5 pl-4 before:absolute before:top-1.5 before:-left-[3.5px] before:size-1.5 before:rounded-full before:bg-edge last:pb-0"
            >
              <p>{sentenceOf(text.timeline, fact, names)}</p>
              {quote !== undefined && <p className="text-soft">“{quote}”</p>}
              <p className="text-[0.85rem] text-faint">
                <time dateTime={fact.at}>{momentOf(fact.at)}</time> · {actorOf(fact)}
              </p>
            </li>
          )
        })}
      </ol>
      {!all && latest.length > FIRST && (
        <Button size="small" className="mt-2" onClick={() => setAll(true)}>
          {text.word.showMore} ({latest.length - FIRST})
        </Button>
      )}
    </>
  )
}
