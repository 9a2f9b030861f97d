import { isAsking } from '#contracts/domain/incident/moves.ts'
import { hasTeamOut } from '#contracts/domain/incident/read.ts'
import { id as words } from '../../../dashboard/src/text/id.ts'
import type { Step } from '../../../dashboard/src/panels/incident/steps.ts'
import { incidentWith, isShort, linkOfferIn, offers, type Incident } from '../subjects.ts'
import { openFile } from './open.ts'
import { present, type Scene } from './scene.ts'

const { actions, needs, offer, team } = words.incident

/** A dialog of the incident's file, opened by the button of this name in a file where there is one. */
const dialog = (name: string, button: string | RegExp, fits: (incident: Incident) => boolean): Scene => ({
  name: `dialog-${name}`,
  show: async ({ page, stage: { client } }) => {
    const subject = present(await incidentWith(client, fits), `an incident with "${String(button)}"`)
    await openFile(page, subject.id)
    const wanted = page.getByRole('article').getByRole('button', { name: button })
    // The rarer actions stand behind one press more.
    if ((await wanted.count()) === 0)
      await page.getByRole('article').getByRole('button', { name: actions.more }).click()
    await wanted.first().click()
    await page.getByRole('dialog').or(page.getByRole('alertdialog')).waitFor()
  },
})

type Asking = Exclude<Step, 'verify' | 'dispatch' | 'askAgain' | 'widen' | 'undoDuplicate'>
const ofStep = (step: Asking, fits: (incident: Incident) => boolean = () => true): Scene =>
  dialog(step, actions[step], (incident) => offers(step)(incident) && fits(incident))

/** Every question that is asked before something is done to an incident. */
export const dialogScenes: readonly Scene[] = [
  ofStep('needs', (incident) => incident.needs.length > 1),
  ofStep('reject'),
  ofStep('refer'),
  ofStep('duplicate'),
  ofStep('correct'),
  ofStep('escalate'),
  ofStep('standDown'),
  ofStep('cancel', hasTeamOut),
  ofStep('control'),
  ofStep('resume'),
  ofStep('close'),
  dialog('assign', actions.assign, (incident) => isAsking(incident.status) && isShort(incident)),
  dialog('replace', new RegExp(`^${team.replaceOne('').trim()}`), hasTeamOut),
  dialog('not-asked', new RegExp(`^${needs.notAsked}`), ({ wave }) => wave > 0),
  dialog('drop-need', new RegExp(`^${needs.drop}`), (incident) => incident.needs.length > 1),
  dialog('task-link', offer.copy, (incident) => linkOfferIn(incident) !== undefined),
]
