import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { parseSecret } from '#contracts/runtime/secret.ts'
import { benchFor, runChecks, type Result } from './check.ts'
import { checklist } from './checklist.ts'
import { runInboundSelf } from './inbound/run.ts'
import { runSelf } from './self/run.ts'

const usage = `npm run conformance -- --url URL --secret whsec_…
npm run conformance -- --self
Plays the platform against the endpoint of a partner: signed messages that must be taken, and others that must be refused.
  --url     your endpoint; nothing but made-up messages is posted there
  --secret  the secret with which your endpoint expects us to sign
  --self    against an endpoint of our own, written with the public library; then a partner of our own, written with it
            too, says everything that a partner may say to a platform that is started for it (a minute)
Prints a checklist with reasons; exits 1 when something is not as it should be.`

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    secret: { type: 'string' },
    self: { type: 'boolean', default: false },
  },
})

const tell = ({ name, why, finding }: Result): void => {
  console.log(`${finding === null ? '  ok  ' : ' FAIL '} ${name}`)
  if (finding !== null) console.log(`         ${finding}\n         ${why}`)
}

const results = async (): Promise<Result[] | null> => {
  if (values.self) {
    const out = await runSelf(tell)
    console.log('\nThe other way: what a partner says to the platform')
    return [...out, ...(await runInboundSelf(tell))]
  }
  const { url, secret } = values
  if (url === undefined || secret === undefined || !URL.canParse(url)) return null
  parseSecret(secret)
  return runChecks(
    checklist,
    benchFor({ url, secret }, () => `msg_${randomUUID()}`),
    tell,
  )
}

const found = await results()
if (found === null) {
  console.error(usage)
  process.exit(2)
}
const wrong = found.filter(({ finding }) => finding !== null)
console.log(`\n${found.length - wrong.length} of ${found.length} as it should be`)
process.exitCode = wrong.length === 0 ? 0 : 1
