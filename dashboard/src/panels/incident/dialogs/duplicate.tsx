import { useState } from 'react'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useNearbyIncidents, useOpenIncidents } from '../../../api/queries.ts'
import { useText } from '../../../text/context.tsx'
import { distance } from '../../../text/format.ts'
import { Choices } from '../../../ui/choices.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { Ago } from '../../../ui/running.tsx'
import { useAreas } from '../../shared/areas.ts'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'

const RADIUS_M = 3000

/** Open incidents that this one may repeat: those nearby with their distance, then the others. */
const useCandidates = ({ detail: { incident } }: Pick<DialogProps, 'detail'>) => {
  const { lat, lng } = incident.place
  const nearby = useNearbyIncidents({ lat, lng }, RADIUS_M).data?.incidents ?? []
  const open = useOpenIncidents().data?.incidents ?? []
  const near = new Set(nearby.map((one) => one.incident.id))
  const others = open
    .filter(({ id }) => !near.has(id))
    .map((one): { incident: IncidentSummary; distanceM: number | null } => ({
      incident: one,
      distanceM: null,
    }))
  return [...nearby, ...others].filter((one) => one.incident.id !== incident.id)
}

export const Duplicate = ({ detail, onClose, onDone }: DialogProps) => {
  const { dialogs, incident: words, labels, comma } = useText()
  const areas = useAreas()
  const act = useClosingAct('markDuplicate', dialogs.done.duplicate, onClose, onDone)
  const candidates = useCandidates({ detail })
  const [of, setOf] = useState<string | null>(null)
  return (
    <FormModal
      title={dialogs.duplicate.title}
      intro={dialogs.duplicate.intro}
      submit={words.actions.duplicate}
      pending={act.isPending}
      disabled={of === null}
      error={act.error}
      onSubmit={() => {
        if (of !== null) act.mutate({ params: { id: detail.incident.id }, body: { of } })
      }}
      onClose={onClose}
    >
      {candidates.length === 0 ? (
        <p>{dialogs.duplicate.none}</p>
      ) : (
        <Choices
          legend={dialogs.duplicate.of}
          value={of}
          onChange={setOf}
          choices={candidates.map(({ incident, distanceM }) => ({
            value: incident.id,
            label: `${labels.hazard[incident.hazard]}, ${areas.nameOf(incident.place)}`,
            hint: (
              <>
                {incident.number} · <Ago at={incident.reportedAt} />
                {distanceM !== null && ` · ${dialogs.duplicate.away(distance(distanceM, comma))}`}
              </>
            ),
          }))}
        />
      )}
    </FormModal>
  )
}
