import { describe, expect, it } from 'vitest'
import { EgressRefused, isAllowed, targetOf } from '../../../worker/delivery/egress.ts'
import { everySpelling, kinds, spellings } from './spellings.ts'

const nobody = async () => []
const names =
  (...addresses: string[]) =>
  async () =>
    addresses
const PORT = 8443

/** Next to every special range: the guard is no wall. */
const neighbours = [
  '1.0.0.0 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0',
  '169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 191.255.255.255 192.0.1.0',
  '192.0.3.0 192.31.195.255 192.31.197.0 192.52.192.255 192.52.194.0 192.88.98.255',
  '192.88.100.0 192.167.255.255 192.169.0.0 192.175.47.255 198.17.255.255 198.20.0.0',
  '198.51.99.255 198.51.101.0 203.0.112.255 203.0.114.0 223.255.255.255 2001:200::',
  '2001:db7:ffff:: 2001:db9:: 2003:: 2620:4f:7fff::1 2a00:1450::1 3ffe:ffff::1',
].flatMap((line) => line.split(' '))

describe('a message may leave for', () => {
  it('a public address, by literal or by name', async () => {
    const url = 'https://mitra.example/hook'
    expect((await targetOf(url, names('8.8.8.8', '2606:4700::1111'), false)).addresses).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ])
    expect((await targetOf('https://[2606:4700::1111]/', nobody, false)).addresses).toMatchObject([
      { family: 6 },
    ])
  })

  it('loopback in local mode, also without TLS, and nothing else inside', async () => {
    const { addresses } = await targetOf('http://127.0.0.1:4000/', nobody, true)
    expect(addresses).toEqual([{ address: '127.0.0.1', family: 4 }])
    expect(await targetOf('http://localhost:4000/', names('127.0.0.1'), true)).toBeDefined()
    await expect(targetOf('http://10.0.0.1/', nobody, true)).rejects.toThrow('not a public address')
    await expect(targetOf('http://8.8.8.8/', nobody, true)).rejects.toThrow('not https')
    await expect(targetOf('http://mitra.example/', names('127.0.0.1', '8.8.8.8'), true)).rejects.toThrow(
      'not https',
    )
  })

  it.each(neighbours)('%s', (address) => {
    expect(isAllowed(address, false)).toBe(true)
  })
})

describe('a message never leaves for', () => {
  it('any of more than 300 spellings', () => {
    const all = everySpelling(PORT)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(450)
    expect(kinds.map((kind) => spellings(kind, PORT).length).every((many) => many > 20)).toBe(true)
  })

  it.each(everySpelling(PORT))('%j', async (url) => {
    await expect(targetOf(url, names('127.0.0.1'), false)).rejects.toBeInstanceOf(EgressRefused)
  })

  it.each(spellings('elsewhere', PORT))('%j, in local mode neither', async (url) => {
    await expect(targetOf(url, nobody, true)).rejects.toThrow('not a public address')
  })

  it.each([...spellings('here', PORT), ...spellings('elsewhere', PORT)])(
    'a name that means, among public ones, the address in %j',
    async (url) => {
      const address = new URL(url).hostname.replace(/^\[|\]$/g, '')
      for (const addresses of [
        ['8.8.8.8', address],
        [address, '8.8.8.8'],
      ])
        await expect(targetOf('https://mitra.example/', names(...addresses), false)).rejects.toThrow(
          'not a public address',
        )
    },
  )

  it.each([
    '0177.0.0.1',
    '010.8.8.8',
    '8.8.8',
    '134744072',
    '0x8.8.8.8',
    '8.8.8.8.',
    ' 8.8.8.8',
    'fe80::1%lo',
    '',
  ])('a name whose address comes in no plain spelling: %j', async (address) => {
    await expect(targetOf('https://mitra.example/', names(address), false)).rejects.toThrow(
      'not a public address',
    )
  })

  it.each([
    ['http://mitra.example/', 'not https'],
    ['ftp://mitra.example/', 'not https'],
    ['https://user:word@mitra.example/', 'credentials'],
    ['mitra.example', 'not a URL'],
    ['', 'not a URL'],
    [`https://mitra.example/${'x'.repeat(2048)}`, 'not a URL'],
  ])('%s', async (url, why) => {
    await expect(targetOf(url, names('8.8.8.8'), false)).rejects.toThrow(why)
  })

  it('a name without an address', async () => {
    await expect(targetOf('https://mitra.example/', nobody, false)).rejects.toThrow('no address')
  })
})
