import { describe, expect, it } from 'vitest'
import { EgressRefused, targetOf } from '../../../worker/delivery/egress.ts'

const nobody = async () => []
const names =
  (...addresses: string[]) =>
  async () =>
    addresses

const inward = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0/',
  'https://10.1.2.3/',
  'https://172.16.0.1/',
  'https://192.168.1.1/',
  'https://169.254.169.254/',
  'https://100.64.0.1/',
  'https://198.18.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::7f00:1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[64:ff9b:1::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://[2001:0:7f00:1::]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
]

describe('a message may leave for', () => {
  it('a public address, by literal or by name', async () => {
    const url = 'https://mitra.example/hook'
    expect(await targetOf(url, names('8.8.8.8', '2606:4700::1111'), false)).toMatchObject({
      address: '8.8.8.8',
      family: 4,
    })
    expect(await targetOf('https://[2606:4700::1111]/', nobody, false)).toMatchObject({ family: 6 })
  })

  it('loopback in local mode, also without TLS, and nothing else inside', async () => {
    expect(await targetOf('http://127.0.0.1:4000/', nobody, true)).toMatchObject({ address: '127.0.0.1' })
    expect(await targetOf('http://localhost:4000/', names('127.0.0.1'), true)).toBeDefined()
    await expect(targetOf('http://10.0.0.1/', nobody, true)).rejects.toThrow('not a public address')
    await expect(targetOf('http://8.8.8.8/', nobody, true)).rejects.toThrow('not https')
    await expect(targetOf('http://mitra.example/', names('127.0.0.1', '8.8.8.8'), true)).rejects.toThrow(
      'not https',
    )
  })
})

describe('a message never leaves for', () => {
  it.each(inward)('%s', async (url) => {
    await expect(targetOf(url, nobody, false)).rejects.toBeInstanceOf(EgressRefused)
  })

  it.each(inward)('a name that means, among public ones, the address in %s', async (url) => {
    const address = new URL(url).hostname.replace(/^\[|\]$/g, '')
    await expect(targetOf('https://mitra.example/', names('8.8.8.8', address), false)).rejects.toThrow(
      'not a public address',
    )
  })

  it.each([
    ['http://mitra.example/', 'not https'],
    ['ftp://mitra.example/', 'not https'],
    ['https://user:word@mitra.example/', 'credentials'],
    ['mitra.example', 'not a URL'],
    ['', 'not a URL'],
  ])('%s', async (url, why) => {
    await expect(targetOf(url, names('8.8.8.8'), false)).rejects.toThrow(why)
  })

  it('a name without an address', async () => {
    await expect(targetOf('https://mitra.example/', nobody, false)).rejects.toThrow('no address')
  })
})
