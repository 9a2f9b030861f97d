import { newKey } from '../api/new-key.ts'
import { choiceChanged, writeChoice } from '../ui/choice.ts'
import type { Session } from './session.ts'

/** Signing out in one tab signs out all: the next person at this desk must not find a second tab open. */
export const shareSignOut = (session: Session, tab: Window): (() => void) => {
  const hear = (event: StorageEvent): void => {
    if (choiceChanged(event, 'signed-out') && session.state().status !== 'out') session.forget()
  }
  const tell = session.subscribe(() => {
    const state = session.state()
    if (state.status === 'out' && state.ended) writeChoice('signed-out', newKey())
  })
  tab.addEventListener('storage', hear)
  return () => {
    tell()
    tab.removeEventListener('storage', hear)
  }
}
