import type { Session } from './session.ts'

/** Signing out in one tab signs out all: the next person at this desk must not find a second tab open. */
export const shareSignOut = (session: Session, channel: BroadcastChannel): (() => void) => {
  const hear = (): void => {
    if (session.state().status !== 'out') session.forget()
  }
  const tell = session.subscribe(() => {
    const state = session.state()
    if (state.status === 'out' && state.ended) channel.postMessage('signed-out')
  })
  channel.addEventListener('message', hear)
  return () => {
    tell()
    channel.removeEventListener('message', hear)
    channel.close()
  }
}
