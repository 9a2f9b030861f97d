import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useSessionState } from '../session/context.tsx'
import { isUncertain } from './problem.ts'

const empty = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // `always`: what the browser believes about the network is no reason to wait in silence.
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: true,
        staleTime: 2000,
        retry: (count, error) => isUncertain(error) && count < 1,
      },
      mutations: { networkMode: 'always' },
    },
  })

/** What was read from the server, for one person: whoever signs in next begins with nothing. */
export const CacheProvider = ({ children }: { children: ReactNode }) => {
  const [queries] = useState(empty)
  const { status } = useSessionState()
  useEffect(() => {
    // Signed in again after the session had died: what could not be read meanwhile is read now.
    if (status === 'in')
      void queries.invalidateQueries({ predicate: (query) => query.state.status === 'error' })
  }, [queries, status])
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}
