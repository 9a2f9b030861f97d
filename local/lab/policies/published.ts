import type { PolicyMaker, SearchPolicy, View } from '../search/view.ts'
import { nobody } from './withdraw.ts'

/** The nearest who were not asked yet. */
const nearest = ({ people, isAsked }: View, count: number): number[] => {
  const found: number[] = []
  for (let person = 0; person < people.length && found.length < count; person++)
    if (!isAsked(person)) found.push(person)
  return found
}

/** So many of the nearest asked at a time; each refusal or silence is replaced, until somebody is on his way. */
export const replacing =
  (count: number, withdraw: SearchPolicy['withdraw'] = nobody): PolicyMaker =>
  () => ({
    ask: (view) => (view.coming.length > 0 ? [] : nearest(view, count - view.pending.length)),
    withdraw,
  })

/** So many of the nearest at once; the next so many when all have refused. */
export const broadcast =
  (count: number): PolicyMaker =>
  () => ({
    ask: (view) => (view.coming.length + view.pending.length > 0 ? [] : nearest(view, count)),
    withdraw: nobody,
  })
