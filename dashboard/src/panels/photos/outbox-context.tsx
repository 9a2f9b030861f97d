import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useState, useSyncExternalStore, type ReactNode } from 'react'
import { absorbIncident } from '../../api/cache.ts'
import { useApi } from '../../api/context.tsx'
import { newKey } from '../../api/new-key.ts'
import { useKeepPage } from '../../ui/keep-page.ts'
import { createOutbox, type Outbox, type OutgoingPhoto } from './outbox.ts'

const OutboxContext = createContext<Outbox | null>(null)

export const useOutbox = (): Outbox => {
  const outbox = use(OutboxContext)
  if (outbox === null) throw new Error('PhotoOutbox is missing')
  return outbox
}

/** All photos that are not confirmed yet, the first chosen first. */
export const useOutgoing = (): readonly OutgoingPhoto[] => {
  const { subscribe, photos } = useOutbox()
  return useSyncExternalStore(subscribe, photos)
}

/** The browser asks before it closes a page that holds what nobody else has. */
const KeepPage = () => {
  const holds = useOutgoing().length > 0
  useKeepPage(holds)
  return null
}

/** Sends photos while people go on with something else. */
export const PhotoOutbox = ({ children }: { children: ReactNode }) => {
  const api = useApi()
  const queries = useQueryClient()
  const [outbox] = useState(() =>
    createOutbox({
      newKey,
      shrink: async (file) => (await import('./shrink.ts')).shrink(file),
      send: async (id, bytes, key) =>
        absorbIncident(queries, await api.call('addPhoto', { params: { id }, body: { bytes } }, { key })),
    }),
  )
  return (
    <OutboxContext value={outbox}>
      <KeepPage />
      {children}
    </OutboxContext>
  )
}
