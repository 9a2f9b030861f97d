import { audit, type Finding, isEmpty } from './audit.ts'
import { auditOptions, usage } from './config.ts'
import { openDump } from './dump.ts'

const slotsLine = ({ unfilled, asked, told, justOpened }: Finding['slots']): string =>
  `unfilled slots: ${unfilled}, explained: ${asked + told} (${asked} wait for somebody who is asked, ${told} say why nobody is)` +
  (justOpened > 0 ? `, opened a moment ago: ${justOpened}` : '')

const say = ({ agencies, documents, answers, texts, anchors, offers, slots, faults }: Finding): void => {
  for (const { agencyId, facts, hash } of agencies)
    console.log(`agency ${agencyId}: ${facts} facts, the chain ends with ${hash.slice(0, 16)}…`)
  console.log(
    `${documents} documents compared, ${answers} answers looked up, ${texts} texts held against their digests, ${anchors} anchors held against the ledger`,
  )
  console.log(`${offers} offers held against who was bound to another`)
  console.log(slotsLine(slots))
  for (const { law, subject, what } of faults) console.log(`BAD  ${law}  ${subject}  ${what}`)
  console.log(faults.length === 0 ? 'ok: no fault' : `${faults.length} faults`)
}

/** Without name and password. */
const nameOf = (url: string): string => url.replace(/\/\/[^@/]*@/, '//')

/** `npm run audit`: 0 when all is as it must be, 1 with faults, 2 when it could not look. */
const main = async (): Promise<void> => {
  const options = await auditOptions(process.argv.slice(2))
  if (options === null) return console.log(usage)
  const dump = await openDump(options.url)
  try {
    const finding = await audit(dump, options.anchors, options.atRest ? Infinity : Date.now())
    if (isEmpty(finding))
      throw new Error(
        `There is nothing to audit: the database of ${nameOf(options.url)} holds no fact and no document. Is its name right?`,
      )
    if (options.json) console.log(JSON.stringify(finding))
    else say(finding)
    process.exitCode = finding.faults.length === 0 ? 0 : 1
  } finally {
    await dump.close()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(2)
})
