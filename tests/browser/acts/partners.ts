import type { Page } from 'playwright-core'
import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { dialog, press, submit } from '../hands.ts'
import { field, type Deed } from './act.ts'

const { partners } = officeId
const { once, word } = id

/** A button of the page that asks first. */
const confirmed =
  (name: string, fill: (page: Page) => Promise<void> = async () => {}) =>
  async (page: Page): Promise<void> => {
    await press(page, name)
    await dialog(page).waitFor()
    await fill(page)
    await submit(page, name)
  }
const withReason = field(word.reason, 'Uji oleh administrator.')

/** Secrets are shown this once; they are not copied, so it asks once more before it lets go. */
const letGo = async (page: Page): Promise<void> => {
  await dialog(page).getByText(partners.shown.warning).waitFor()
  await submit(page, once.done)
  await submit(page, once.done)
}

/** What an administrator does with partners. What wants an answer of theirs is in `partner-desk.test.ts`. */
export const ofPartners: readonly Deed[] = [
  {
    what: 'make a partner',
    through: 'createPartner',
    from: ({ partnerList }) => partnerList(),
    press: async (page) => {
      await press(page, partners.create)
      await field(partners.name, 'Ojek Percobaan')(page)
      await field(partners.ref, 'ojek-percobaan')(page)
      await submit(page, partners.create)
      await letGo(page)
    },
    leaves: 'partner.created',
    saying: { ref: 'ojek-percobaan', sandbox: false },
  },
  {
    what: 'propose where he is reached',
    through: 'proposeEndpoint',
    from: ({ partner }) => partner(),
    press: confirmed(partners.endpoint.propose, field(partners.endpoint.url, 'http://127.0.0.1:9/uji')),
    leaves: 'partner.endpoint_proposed',
  },
  {
    what: 'throw the proposal away',
    through: 'removeEndpoint',
    from: ({ proposingPartner }) => proposingPartner(),
    press: (page) => press(page, partners.endpoint.drop),
    leaves: 'partner.endpoint_dropped',
  },
  {
    what: 'give him a new secret',
    through: 'rotateSecret',
    from: ({ partner }) => partner(),
    press: async (page) => {
      await confirmed(partners.secrets.rotate)(page)
      await letGo(page)
    },
    leaves: 'partner.secret_added',
    saying: { direction: 'in' },
  },
  {
    what: 'retire the old one',
    through: 'retireSecret',
    from: ({ rotatedPartner }) => rotatedPartner(),
    press: confirmed(partners.secrets.retire),
    leaves: 'partner.secret_retired',
    saying: { direction: 'in' },
  },
  {
    what: 'let him rest',
    through: 'disablePartner',
    from: ({ partner }) => partner(),
    press: confirmed(partners.disable, withReason),
    leaves: 'partner.disabled',
  },
  {
    what: 'let him work again',
    through: 'enablePartner',
    from: ({ disabledPartner }) => disabledPartner(),
    press: confirmed(partners.enable, withReason),
    leaves: 'partner.enabled',
  },
]
