import { useCallback, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { newKey } from '../api/new-key.ts'
import { isUncertain } from '../api/problem.ts'
import { useProcedure } from '../api/settings-queries.ts'
import { useOutbox } from '../panels/photos/outbox-context.tsx'
import { emptyDraft, missingIn, reportBody, type Draft } from '../panels/report/draft.ts'
import { useDraft } from '../panels/report/draft-context.tsx'
import { ReportFooter } from '../panels/report/footer.tsx'
import { Nearby } from '../panels/report/nearby.tsx'
import { Needed } from '../panels/report/needed.tsx'
import { ReportPhotos } from '../panels/report/photos.tsx'
import { PickMap } from '../panels/report/pick-map.tsx'
import { SaveProgress } from '../panels/report/progress.tsx'
import { useSaveReport, type SavePlan, type Saving } from '../panels/report/save.ts'
import { followHazard } from '../panels/report/template.ts'
import { What } from '../panels/report/what.tsx'
import { Who } from '../panels/report/who.tsx'
import { useAreas } from '../panels/shared/areas.ts'
import { placeOf, type PlaceDraft } from '../panels/shared/place-draft.ts'
import { PlaceFields } from '../panels/shared/place-fields.tsx'
import { useMay } from '../session/context.tsx'
import { useText } from '../text/context.tsx'
import { useClock } from '../time/now.tsx'
import { TextField } from '../ui/field.tsx'
import { useAnnounce } from '../ui/toast.tsx'
import { useWide } from '../ui/use-wide.ts'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="flex min-w-0 flex-col gap-3.5 border-b border-line px-4 py-4 last:border-b-0 lg:px-6">
    <legend className="float-left mb-1 text-[1.02rem] font-semibold">{title}</legend>
    <div className="contents">{children}</div>
  </fieldset>
)

/** A new incident, from top to bottom by keyboard alone. */
export const ReportPage = () => {
  const { report, contact } = useText()
  const outbox = useOutbox()
  const isWide = useWide(64)
  const may = useMay()
  const areas = useAreas()
  const clock = useClock()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const [draft, setDraft] = useDraft()
  const [strict, setStrict] = useState(false)
  const templates = useProcedure().data?.settings.needs
  const set = (change: Partial<Draft>): void =>
    setDraft((known) => {
      const next = { ...known, ...change }
      return change.hazard === undefined ? next : followHazard(next, templates, newKey)
    })
  const area = draft.place.kelurahan === null ? undefined : areas.byCode(draft.place.kelurahan)
  const place = placeOf(draft.place, area)
  const missing = missingIn(draft, area, clock.now())
  const marked = strict ? missing : []

  const done = useCallback(
    ({ incident }: IncidentDetail, stopped?: Saving) => {
      setDraft(emptyDraft)
      outbox.reported(incident.id)
      const left = stopped?.steps.slice(stopped.done).map((step) => report.step[step].toLowerCase()) ?? []
      const say = isUncertain(stopped?.error) ? report.savedUnsure : report.savedPart
      announce(left.length === 0 ? report.saved(incident.number) : say(incident.number, left.join(', ')))
      void navigate(`/kejadian/${incident.id}`)
    },
    [announce, navigate, outbox, report, setDraft],
  )
  const { saving, begin, again, leave } = useSaveReport(done)
  const [dispatching, setDispatching] = useState(false)
  const planOf = (dispatch: boolean): SavePlan | null => {
    const body = reportBody(draft, area, dispatch || draft.verified, clock.now())
    return body && { report: body, needs: draft.needs, dispatch }
  }
  const submit = (dispatch: boolean): void => {
    setStrict(true)
    const plan = planOf(dispatch)
    if (plan === null) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus())
      return
    }
    setDispatching(dispatch)
    begin(plan)
  }
  const setPlace = useCallback(
    (change: (known: PlaceDraft) => PlaceDraft) =>
      setDraft((known) => ({ ...known, place: change(known.place) })),
    [setDraft],
  )
  const sendByKey = (event: KeyboardEvent): void => {
    const isSent = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    // In an open list Enter takes a choice first; on a link Ctrl+Enter opens it in another tab.
    const isTaken = event.target instanceof HTMLElement && event.target.closest('a') !== null
    if (!isSent || isTaken || event.isDefaultPrevented()) return
    event.preventDefault()
    if (!event.repeat) submit(false)
  }
  const map = <PickMap place={draft.place} onChange={setPlace} />
  return (
    <main id="isi" className="flex min-h-0 flex-1 flex-col">
      <form
        noValidate
        aria-label={report.title}
        className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[min(50%,46rem)_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)_auto_auto]"
        onKeyDown={sendByKey}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit(false)
        }}
      >
        <div className="min-h-0 min-w-0 flex-1 overflow-y-auto lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:border-r lg:border-line">
          <h1 className="px-4 pt-4 text-[1.35rem] font-semibold lg:px-6">{report.title}</h1>
          <Part title={report.what}>
            <What draft={draft} set={set} missing={marked} />
          </Part>
          <Part title={report.where}>
            {!isWide && <div className="-mx-4 h-72 border-y border-line">{map}</div>}
            <PlaceFields place={draft.place} onChange={(next) => set({ place: next })} strict={strict} />
            <TextField
              optional
              label={report.address}
              hint={report.addressHint}
              maxLength={300}
              autoComplete="off"
              value={draft.address}
              onChange={(event) => set({ address: event.target.value })}
            />
            {!isWide && <Nearby place={place} area={area} />}
          </Part>
          <Part title={report.who}>
            <Who draft={draft} set={set} missing={marked} />
          </Part>
          {may('incident.plan') && (
            <Part title={report.needs}>
              <Needed draft={draft} set={set} />
            </Part>
          )}
          <Part title={contact.photos}>
            <ReportPhotos saved={saving?.incident ?? null} />
          </Part>
        </div>
        {isWide && (
          <div className="col-start-2 row-start-2 max-h-[40vh] overflow-y-auto border-t border-line bg-panel px-4 py-3 lg:px-5">
            <Nearby place={place} area={area} />
          </div>
        )}
        <ReportFooter
          missing={marked.length}
          hasNeeds={draft.needs.length > 0}
          isEmpty={draft === emptyDraft}
          onDiscard={() => {
            setDraft(emptyDraft)
            outbox.discard()
            setStrict(false)
          }}
          onDispatch={() => submit(true)}
        />
        {/* Last, so that by keyboard the way from the fields to the buttons does not lead through it. */}
        {isWide && <div className="col-start-2 row-start-1 min-h-0 min-w-0">{map}</div>}
      </form>
      {saving && (
        <SaveProgress
          saving={saving}
          onClose={() => (saving.incident ? done(saving.incident, saving) : leave())}
          onRetry={() => {
            const plan = planOf(dispatching)
            if (plan) again(plan)
          }}
        />
      )}
    </main>
  )
}
