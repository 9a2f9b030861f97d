import type { ReactNode } from 'react'
import type { LedgerFact } from '#contracts/wire/routes/ledger.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { longMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { actorWords, factWords } from './sentence.ts'

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt className="label-small">{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
)

/** The content of a fact, one line for each leaf: `place.lat`. */
const leavesOf = (value: unknown, path = ''): [string, string][] => {
  if (value === null || typeof value !== 'object')
    return [[path, typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')]]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  )
}

interface Props {
  fact: LedgerFact
  onlyThis: () => void
  onlyWho: () => void
  onlySuch: () => void
}

/** One fact: in words, then everything that the chain holds of it. */
export const FactDetails = ({ fact, onlyThis, onlyWho, onlySuch }: Props) => {
  const { text, language } = useOfficeSpeech()
  const { audit } = text.desk
  const leaves = leavesOf(fact.data).filter(([path]) => path !== '')
  return (
    <article className="flex flex-col gap-3 px-4 py-3.5">
      <h2 className="text-[1.15rem] font-semibold">{factWords(text, fact)}</h2>
      <dl className="grid gap-2">
        <Row label={audit.when}>
          {longMoment(fact.at, language)} · #{fact.seq}
        </Row>
        <Row label={audit.who}>
          {actorWords(text, fact)} <span className="text-soft">{fact.by.id}</span>
        </Row>
        <Row label={audit.about}>
          {audit.kinds[fact.kind]} {fact.subject ?? ''} <span className="text-soft">{fact.entityId}</span>
        </Row>
        <Row label={audit.version}>
          {fact.version}.{fact.index} <span className="text-soft">({fact.type})</span>
        </Row>
        <Row label={audit.operation}>{fact.opId}</Row>
        <Row label={audit.hash}>
          <code className="text-[0.88rem]">{fact.hash}</code>
        </Row>
      </dl>
      <div>
        <h3 className="heading-small mb-1">{audit.data}</h3>
        {leaves.length === 0 && <p className="text-soft">{audit.noData}</p>}
        <dl className="grid gap-1">
          {leaves.map(([path, value]) => (
            <div key={path} className="flex gap-3">
              <dt className="w-32 shrink-0 wrap-anywhere text-soft">{path}</dt>
              <dd className="min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={onlyThis}>
          {audit.onlyThis}
        </Button>
        <Button size="small" onClick={onlyWho}>
          {audit.onlyWho}
        </Button>
        <Button size="small" onClick={onlySuch}>
          {audit.onlySuch}
        </Button>
      </div>
    </article>
  )
}
