// Reads a vitest JSON report. Prints "passed failed skipped" and, after it, the files with a failure, a line each; names every failed test
// on stderr, so that whoever reads the last lines of CI knows which it was.
import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'

const path = process.argv[2]
if (!existsSync(path)) {
  console.error(`no report ${path}`)
  console.log('0 1 0')
  process.exit(0)
}

const report = JSON.parse(readFileSync(path, 'utf8'))
const files = new Set()
for (const file of report.testResults) {
  const name = relative(process.cwd(), file.name)
  const failed = file.assertionResults.filter(({ status }) => status === 'failed')
  if (file.status === 'failed' || failed.length > 0) files.add(name)
  if (file.status === 'failed' && failed.length === 0)
    console.error(`   FAILED ${name}: ${firstLines(file.message)}`)
  for (const { fullName, failureMessages } of failed)
    console.error(`   FAILED ${name}: ${fullName}\n          ${firstLines(failureMessages[0])}`)
}

const skipped = report.numPendingTests + (report.numTodoTests ?? 0)
if (skipped > 0) console.error(`   ${skipped} tests were skipped`)
const unnamed = report.success || report.numFailedTests > 0 ? 0 : 1
console.log(report.numPassedTests, report.numFailedTests + unnamed, skipped)
for (const name of files) console.log(name)

/** A broken property tells its seed and path in the second line, its cause further below. */
function firstLines(text = 'no message') {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
  return lines
    .slice(0, 8)
    .map((line) => line.slice(0, 300))
    .join('\n          ')
}
