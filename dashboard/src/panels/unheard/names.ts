import type { IncidentAct } from '../../api/act.ts'
import { labelOf, type Catalogue } from '../../text/catalogue.ts'

/** What each action on an incident is called on its button. */
const namesOf = ({
  incident,
  dialogs,
  contact,
  report,
  phone,
  codes,
}: Catalogue): Record<IncidentAct, string> => {
  const { actions } = incident
  return {
    reportIncident: report.title,
    verifyIncident: actions.verify,
    rejectIncident: actions.reject,
    referIncident: actions.refer,
    markDuplicate: actions.duplicate,
    undoDuplicate: actions.undoDuplicate,
    correctIncident: actions.correct,
    setNeeds: actions.needs,
    dropNeed: dialogs.dropNeed.title,
    dispatchIncident: actions.dispatch,
    askAgain: actions.askAgain,
    widenSearch: actions.widen,
    assignByHand: actions.assign,
    standDown: actions.standDown,
    cancelIncident: actions.cancel,
    controlIncident: actions.control,
    resumeIncident: actions.resume,
    closeIncident: actions.close,
    noteIncident: incident.notes.add,
    sendMessage: contact.send,
    requestCheckin: contact.checkin,
    trcIncident: incident.trc.title,
    acknowledgeAlarm: incident.alarms.acknowledge,
    addPhoto: contact.upload.add,
    answerByCode: codes.title,
    planCallback: phone.plan,
    finishCallback: phone.finish,
    recordImpact: incident.reports.recordImpact,
    showIncidentPhone: phone.show,
  }
}

/** The action in the words of its button. */
export const actName = (words: Catalogue, act: string | null): string =>
  act === null || !Object.hasOwn(namesOf(words), act) ? words.unheard.act : labelOf(namesOf(words), act)
