import { useCallback, useState, type FormEvent, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { emptyDraft, missingIn, reportBody, type Draft } from '../panels/report/draft.ts'
import { useDraft } from '../panels/report/draft-context.tsx'
import { Nearby } from '../panels/report/nearby.tsx'
import { Needed } from '../panels/report/needed.tsx'
import { SaveProgress } from '../panels/report/progress.tsx'
import { useSaveReport, type SavePlan } from '../panels/report/save.ts'
import { What } from '../panels/report/what.tsx'
import { Who } from '../panels/report/who.tsx'
import { useAreas } from '../panels/shared/areas.ts'
import { placeOf } from '../panels/shared/place-draft.ts'
import { PlaceFields } from '../panels/shared/place-fields.tsx'
import { useMay } from '../session/context.tsx'
import { useText } from '../text/context.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { useAnnounce } from '../ui/toast.tsx'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="flex min-w-0 flex-col gap-3.5 border-b border-line px-4 py-4 last:border-b-0 lg:px-6">
    <legend className="float-left mb-1 text-[1.02rem] font-semibold">{title}</legend>
    <div className="contents">{children}</div>
  </fieldset>
)

/** A new incident, from top to bottom by keyboard alone. */
export const ReportPage = () => {
  const { report, word } = useText()
  const may = useMay()
  const areas = useAreas()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const [draft, setDraft] = useDraft()
  const [strict, setStrict] = useState(false)
  const set = (change: Partial<Draft>): void => setDraft((known) => ({ ...known, ...change }))
  const area = draft.place.kelurahan === null ? undefined : areas.byCode(draft.place.kelurahan)
  const place = placeOf(draft.place, area)
  const missing = missingIn(draft, area)
  const marked = strict ? missing : []

  const done = useCallback(
    ({ incident }: IncidentDetail) => {
      setDraft(emptyDraft)
      announce(report.saved(incident.number))
      void navigate(`/kejadian/${incident.id}`)
    },
    [announce, navigate, report, setDraft],
  )
  const { saving, begin, again, leave } = useSaveReport(done)
  const [dispatching, setDispatching] = useState(false)
  const planOf = (dispatch: boolean): SavePlan | null => {
    const body = reportBody(draft, area, dispatch || draft.verified)
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
  const mayDispatch = may('incident.dispatch') && may('incident.plan')
  return (
    <main id="isi" className="flex min-h-0 flex-1 flex-col">
      <form
        noValidate
        aria-label={report.title}
        className="flex min-h-0 flex-1 flex-col"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit(false)
        }}
      >
        <div className="min-h-0 flex-1 overflow-y-auto">
          <h1 className="px-4 pt-4 text-[1.35rem] font-semibold lg:px-6">{report.title}</h1>
          <div className="grid max-w-[88rem] xl:grid-cols-[minmax(0,9fr)_minmax(0,10fr)]">
            <div className="min-w-0 border-line max-xl:border-b xl:border-r">
              <Part title={report.what}>
                <What draft={draft} set={set} missing={marked} />
              </Part>
              <Part title={report.where}>
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
              </Part>
            </div>
            <div className="min-w-0">
              <div className="border-b border-line px-4 py-4 lg:px-6">
                <Nearby point={place} />
              </div>
              <Part title={report.who}>
                <Who draft={draft} set={set} missing={marked} />
              </Part>
              {may('incident.plan') && (
                <Part title={report.needs}>
                  <Needed draft={draft} set={set} />
                </Part>
              )}
            </div>
          </div>
        </div>
        <footer className="border-t border-line bg-panel px-4 py-2.5 lg:px-6">
          <div className="flex max-w-[88rem] flex-wrap items-center justify-end gap-2">
            <p role="status" className="mr-auto text-soft">
              {marked.length > 0
                ? report.incomplete(marked.length)
                : mayDispatch && draft.needs.length === 0
                  ? report.dispatchNeeds
                  : ''}
            </p>
            {draft !== emptyDraft && (
              <Button
                look="plain"
                onClick={() => {
                  setDraft(emptyDraft)
                  setStrict(false)
                }}
              >
                {report.discard}
              </Button>
            )}
            <Button onClick={() => void navigate(-1)} className="max-sm:hidden">
              {word.cancel}
            </Button>
            <Button type="submit" look={mayDispatch && draft.needs.length > 0 ? 'quiet' : 'primary'}>
              {report.submit}
            </Button>
            {mayDispatch && (
              <Button
                look={draft.needs.length > 0 ? 'primary' : 'quiet'}
                disabled={draft.needs.length === 0}
                className={draft.needs.length === 0 ? 'max-sm:hidden' : ''}
                title={report.submitHint}
                onClick={() => submit(true)}
              >
                {report.submitAndDispatch}
              </Button>
            )}
          </div>
        </footer>
      </form>
      {saving && (
        <SaveProgress
          saving={saving}
          onClose={() => (saving.incident ? done(saving.incident) : leave())}
          onRetry={() => {
            const plan = planOf(dispatching)
            if (plan) again(plan)
          }}
        />
      )}
    </main>
  )
}
