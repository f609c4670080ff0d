import type { Page } from '@playwright/test'
import type { Office } from '../fixtures/office.ts'
import { applicationOf, launchElectron } from '../e2e/fixture.ts'
import { act, heldByFirstAgent, openOffice } from '../e2e/reception.ts'
import { anotherProgram, endOtherProgram, hasKeyboard, xdotool } from './anotherProgram.ts'
import { barWindow, focusBar, gathered } from './barWindow.ts'
import { choose, expect, test } from './launch.ts'

// A counter for which two people wait, and its bar: the second test calls whom the first one left.

let office: Office
let counter: Page
let bar: Page
test.beforeAll(async () => {
  office = await launchElectron('counter', ['--at', '2026-03-03T10:42:00+01:00'])
  const application = applicationOf(office)
  await openOffice(office, 2)
  counter = await application.firstWindow()
  await heldByFirstAgent(counter)
  const opened = application.waitForEvent('window')
  await choose(application, 'bar')
  bar = await opened
})
test.afterAll(async () => {
  await office.stop()
  await endOtherProgram()
})

test('someone is called, received and their request ended from the ministry’s own software, by its keyboard alone', async () => {
  const application = applicationOf(office)
  await expect(bar.getByText('A 1', { exact: true })).toBeVisible()
  await anotherProgram(async (_other, keys) => {
    xdotool('key', 'ctrl+shift+F2')
    await expect(bar.getByRole('button', { name: /Est là/ })).toBeEnabled()
    xdotool('key', 'ctrl+shift+F5')
    await expect(bar.getByRole('button', { name: /Terminer/ })).toBeEnabled()
    expect(hasKeyboard()).toBe(true)
    // The ends are answered by figures: they come to the bar, then the keyboard goes back.
    xdotool('key', 'ctrl+shift+F9')
    await expect.poll(async () => (await barWindow(application))?.focused).toBe(true)
    xdotool('key', '1')
    await expect(bar.getByText('A 2', { exact: true })).toBeVisible()
    await expect.poll(hasKeyboard).toBe(true)
    xdotool('key', 'b')
    await expect.poll(gathered(keys)).toContain('b')
    expect((await keys()).filter((key) => /^(?:F\d|1)$/.test(key))).toEqual([])
    // Help is asked from there too, without a sign but a mark.
    xdotool('key', 'ctrl+shift+space')
    await expect(bar.getByRole('button', { name: /^Aide demandée\. Personne/ })).toBeVisible()
    expect(await keys()).not.toContain(' ')
  })
  await expect(counter.getByRole('button', { name: /Appeler A 2/ })).toBeVisible()
  await act(office, 'agent2', 'alert.raise')
  await bar.getByRole('button', { name: 'J’y vais' }).click()
  await expect(bar.getByRole('button', { name: 'J’y vais' })).toHaveCount(0)
})

test('a code scanned into the bar is on the clipboard, and none of its figures or its Enter acts', async () => {
  const application = applicationOf(office)
  await expect(bar.getByRole('button', { name: /Appeler/ })).toBeEnabled()
  await focusBar(application)
  await expect.poll(async () => (await barWindow(application))?.focused).toBe(true)
  // Its Enter would call someone.
  await bar.getByRole('button', { name: /Appeler/ }).focus()
  // All by one program that never sleeps: the load of the machine slows no scanner, and would slow what wakes for each key.
  xdotool('type', '--delay', '0', '1K2M7QX4ZT\n')
  await expect.poll(() => application.evaluate(({ clipboard }) => clipboard.readText())).toBe('1K2M7QX4ZT')
  await expect(bar.getByRole('status')).toContainText('1K2M7QX4ZT est copié')
  await bar.waitForTimeout(300)
  await expect(bar.getByRole('button', { name: /Appeler/ })).toBeEnabled()
  // By hand, Enter is what it is everywhere.
  xdotool('key', 'Return')
  await expect(bar.getByRole('button', { name: /Est là/ })).toBeEnabled()
})
