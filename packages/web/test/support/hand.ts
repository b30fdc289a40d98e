import type { Locator, Page } from 'playwright-core'

/** Somebody with a mouse and a keyboard, whose clicks are counted; a key is pressed without one. */
export function useHand(page: Page) {
  let clicks = 0
  async function click(target: Locator): Promise<void> {
    clicks += 1
    await target.click()
  }
  return {
    click,
    /** Clicks into the field, unless it has the focus already, and writes over what stands there. */
    async write(field: Locator, text: string): Promise<void> {
      await field.waitFor()
      if (!(await field.evaluate((one) => one === document.activeElement))) await click(field)
      await page.keyboard.press('Control+a')
      await page.keyboard.type(text)
    },
    press: (key: string) => page.keyboard.press(key),
    clicks: () => clicks,
  }
}
