import type { Agency } from '#contracts/store/documents.ts'
import type { AreaOf } from './standing.ts'

/** Names of kelurahan by code. */
export const nameOfArea = (agencies: readonly Agency[]): AreaOf => {
  const names = new Map(
    agencies.flatMap(({ _id, kelurahan }) =>
      kelurahan.map(({ code, name }) => [`${_id}:${code}`, name] as const),
    ),
  )
  return (agencyId, code) => names.get(`${agencyId}:${code}`) ?? null
}
