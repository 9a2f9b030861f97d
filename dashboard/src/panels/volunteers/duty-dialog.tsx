import { useState } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useText } from '../../text/context.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { useAreas } from '../shared/areas.ts'

/** On duty, with the kelurahan where he will be: without a position, that is where he is believed to be. */
export const DutyDialog = ({ volunteer, onClose }: { volunteer: VolunteerView; onClose: () => void }) => {
  const { volunteers: words, dialogs, report, incident } = useText()
  const areas = useAreas()
  const announce = useAnnounce()
  const act = useVolunteerAct('setDuty', () => {
    onClose()
    announce(dialogs.done.duty)
  })
  const [area, setArea] = useState(volunteer.declaredArea)
  return (
    <FormModal
      title={words.dutyTitle}
      submit={words.dutyOn}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: volunteer.id }, body: { duty: 'on', declaredArea: area } })}
      onClose={onClose}
    >
      <Combobox
        optional
        label={words.area}
        hint={words.areaHint}
        none={report.noKelurahan}
        value={area}
        onChange={setArea}
        options={areas.all.map(({ code, name, aliases, kecamatan }) => ({
          value: code,
          label: name,
          also: aliases,
          detail: incident.place.district(kecamatan),
        }))}
      />
    </FormModal>
  )
}
