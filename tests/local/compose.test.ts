import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const dockerfile = readFileSync('Dockerfile', 'utf8')
const compose = readFileSync('docker-compose.yml', 'utf8')
/** Each service by name, as it is written. */
const services = new Map(
  (compose.split(/^services:$/m)[1] ?? '')
    .split(/^volumes:/m)[0]!
    .split(/^ {2}(?=\w+:$)/m)
    .slice(1)
    .map((text) => [text.slice(0, text.indexOf(':')), text]),
)

it('gives every volume of ours an owner who may write to it', () => {
  const ours = [...services.values()].filter((text) => text.includes('*platform'))
  const paths = ours.flatMap((text) =>
    [...text.matchAll(/'(\w+):(\/\w+)(?::ro)?'/g)].map(([, , path]) => path),
  )
  expect(new Set(paths)).toEqual(new Set(['/anchor']))
  const asRoot = dockerfile.slice(0, dockerfile.indexOf('USER node'))
  for (const path of paths) expect(asRoot).toContain(`RUN mkdir ${path} && chown node:node ${path}\n`)
})

it('keeps the logs of every service below a ceiling', () => {
  expect([...services.keys()]).toEqual(['mongo', 'redis', 'api', 'worker', 'watch', 'proxy'])
  for (const text of services.values()) expect(text).toMatch(/logging: \*logging|<<: \*platform/)
  expect(compose).toMatch(/x-platform: &platform\n(?: {2}.*\n)*? {2}logging: \*logging/)
  expect(compose).toMatch(/max-size: \w+, max-file: /)
})
