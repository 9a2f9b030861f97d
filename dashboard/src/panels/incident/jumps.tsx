import { slotsAsked } from '#contracts/domain/incident/read.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { PartNews } from '../news/mark.tsx'

/** Leads to the parts of a long file, and says how much there is in each. */
export const Jumps = ({ detail: { incident } }: { detail: IncidentDetail }) => {
  const { contact, incident: words } = useText()
  const { filled, wanted } = slotsAsked(incident)
  const messages = incident.notes.filter(({ about }) => about === 'message').length
  const parts = [
    ['tim', words.team.title, wanted === 0 ? null : `${String(filled)}/${String(wanted)}`, null],
    ['pesan', contact.title, messages || null, 'message'],
    ['foto', contact.photos, incident.photos?.length ?? null, 'photo'],
    ['keterangan', words.head.info, null, null],
    ['catatan', words.notes.title, incident.notes.length - messages || null, 'note'],
    ['lini-masa', words.timeline.title, null, null],
  ] as const
  return (
    <nav
      aria-label={contact.jump}
      className="sticky top-0 z-10 flex shrink-0 gap-x-4 overflow-x-auto border-b border-line bg-panel px-4 [scrollbar-width:none] lg:px-5"
    >
      {parts.map(([anchor, name, count, part]) => (
        <button
          key={anchor}
          type="button"
          onClick={() => document.getElementById(anchor)?.scrollIntoView({ block: 'start' })}
          className="min-h-9 shrink-0 text-[0.93rem] whitespace-nowrap text-soft hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
        >
          {name}
          {count !== null && <b className="ml-1 font-semibold text-ink">{count}</b>}
          {part !== null && (
            <span className="ml-1.5">
              <PartNews incident={incident} part={part} />
            </span>
          )}
        </button>
      ))}
    </nav>
  )
}
