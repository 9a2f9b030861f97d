import { expect, it } from 'vitest'
import { deviceOf } from '../../api/usecases/session/device.ts'

const chrome =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Mobile Safari/537.36'

it.each<[string | undefined, string | undefined]>([
  [chrome, 'Chrome, Android'],
  [`${chrome} EdgA/139.0`, 'Edge, Android'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
  ['curl/8.5.0', undefined],
  ['<script>alert(1)</script>', undefined],
  [undefined, undefined],
])('%s is %s', (agent, device) => {
  expect(deviceOf(agent)).toBe(device)
})
