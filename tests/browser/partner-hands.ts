import { once as event } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { id } from '../../dashboard/src/text/id.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { dialog, submit } from './hands.ts'

const { partners, once } = { ...id, ...officeId }

/** The secrets on the screen, read off before they are thrown away. */
export const secretsShown = async (page: Page): Promise<string[]> => {
  await dialog(page).getByText(partners.shown.warning).waitFor()
  const fields = await dialog(page).getByRole('textbox').all()
  const secrets = await Promise.all(fields.map((field) => field.inputValue()))
  await submit(page, once.done)
  // Not copied: it asks once more before it lets go.
  await dialog(page).getByText(once.unsaved).waitFor()
  await submit(page, once.done)
  await dialog(page).waitFor({ state: 'hidden' })
  return secrets
}

/** The server of a partner who takes whatever he is sent. */
export const yesSayer = async (): Promise<{ url: string; close: () => void }> => {
  const server = createServer((_, response) => response.writeHead(204).end()).listen(0, '127.0.0.1')
  await event(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens to no port')
  return { url: `http://127.0.0.1:${address.port}/baru`, close: () => void server.close() }
}
