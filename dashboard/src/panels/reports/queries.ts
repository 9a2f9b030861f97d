import { useRead } from '../../api/queries.ts'

/** A report is of a moment: it is read when it is opened and when it is asked for, and does not change under the reader. */
export const useSitrep = (id: string, at: string | null) =>
  useRead('incidentSitrep', ['sitrep', id, at], { params: { id }, query: at === null ? {} : { at } })

export const useRecap = (period: { from: string; to: string } | null) =>
  useRead('periodSitrep', ['recap', period], { query: period ?? { from: '', to: '' } }, period !== null)

export const useAfterAction = (id: string) => useRead('afterAction', ['afterAction', id], { params: { id } })

export const useMonth = (month: string) => useRead('monthlyFigures', ['month', month], { params: { month } })

export const useReported = (q: string) =>
  useRead('listIncidents', ['incidents', 'reports', q], {
    query: { limit: 60, ...(q === '' ? {} : { q }) },
  })
