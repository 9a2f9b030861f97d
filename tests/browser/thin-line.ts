import type { Browser, Page } from 'playwright-core'

const BYTES_A_SECOND = 50_000
const LATENCY_MS = 400

/** A slow phone on a thin line: small, every byte counted as it travels, nothing kept from the page before. */
export const slowPhone = async (
  browser: Browser,
  { scripts, colorScheme = 'dark' }: { scripts: boolean; colorScheme?: 'dark' | 'light' },
) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'id-ID',
    javaScriptEnabled: scripts,
    colorScheme,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  const line = await context.newCDPSession(page)
  let bytes = 0
  line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await line.send('Network.enable')
  await line.send('Network.setCacheDisabled', { cacheDisabled: true })
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
  return {
    page,
    complaints,
    /** What it took to do this, with everything that the page fetched. */
    weigh: async (act: () => Promise<unknown>): Promise<number> => {
      bytes = 0
      await act()
      await page.waitForLoadState('networkidle')
      return bytes
    },
    close: () => context.close(),
  }
}
export type SlowPhone = Awaited<ReturnType<typeof slowPhone>>

/** Every address that a page leads to, of ours. */
export const linksOf = async (page: Page, origin: string): Promise<string[]> => {
  const all = await page
    .locator('[href],[src],form[action]')
    .evaluateAll((elements) =>
      elements.map(
        (element) =>
          element.getAttribute('href') ?? element.getAttribute('src') ?? element.getAttribute('action') ?? '',
      ),
    )
  return [...new Set(all.map((address) => new URL(address, page.url()).href))].filter((address) =>
    address.startsWith(origin),
  )
}
