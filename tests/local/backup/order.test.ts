import { expect, it } from 'vitest'
import { entityKinds } from '#contracts/domain/fact.ts'
import { collectionOf } from '#contracts/store/models.ts'
import { collectionOf as asAudited } from '../../../local/audit/dump.ts'
import { files, inOrder } from '../../../local/backup/order.ts'

it('reads every kind of document with facts before the facts, and what facts refer to after them', () => {
  const kept = entityKinds.map((kind) => collectionOf[kind])
  expect(files.toSorted()).toEqual(kept.toSorted())
  const order = inOrder(['texts', 'facts', 'claims', 'photos.chunks', 'photos.files', ...kept, 'receipts'])
  const facts = order.indexOf('facts')
  expect(order.slice(0, facts).toSorted()).toEqual([...kept, 'receipts'].toSorted())
  expect(order.slice(facts + 1)).toEqual(['texts', 'photos.files', 'photos.chunks'])
})

it('the audit, which shares no code with the store, knows the same collections', () => {
  expect(asAudited).toEqual(collectionOf)
})
