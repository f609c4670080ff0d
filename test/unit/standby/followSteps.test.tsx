import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, expect, test, vi } from 'vitest'
import { network } from '../../../shared/messages/network/network.fr.ts'
import { standbyPage as words } from '../../../shared/messages/standby/standby.fr.ts'

vi.stubGlobal('window', {})
const { MadeToken } = await import('../../../renderer/settings/standby/FollowerToken.tsx')
const { FollowSteps } = await import('../../../renderer/settings/standby/FollowSteps.tsx')
// The tests that follow in this program have no window.
afterAll(() => void vi.unstubAllGlobals())

const stepsOf = (isFirst: boolean) =>
  renderToStaticMarkup(<FollowSteps address="https://192.168.1.20:8443" token="jeton" isFirst={isFirst} />)
    .split('<li>')
    .slice(1)

test('a renewed token has its own steps: what is on the second computer stays, and a new computer begins afresh', () => {
  const [stop, ...others] = stepsOf(false)
  expect(stop).toContain('arrêtez-y l’hôte')
  expect(others.join(' ')).toContain('GUICHET_FOLLOW_TOKEN=')
  expect(stepsOf(true).join(' ')).not.toContain('arrêtez-y')
})

test('in PowerShell the command sets the variable apart, and runs the program that needs no right to run scripts', () => {
  const command = words.linkCommand.windows('https://192.168.1.20:8443', 'jeton')
  expect(command).toMatch(/^\$env:GUICHET_FOLLOW_TOKEN = 'jeton'; npm\.cmd run /)
  expect(words.linkSteps(words.npm.windows)[0]).toContain('npm.cmd ci')
})

test('a token renewed while the host answers on no network says what is done with it', () => {
  const said = renderToStaticMarkup(<MadeToken address={null} fault={null} token="jeton" isFirst={false} />)
  expect(said).toContain('jeton')
  expect(said).toContain('GUICHET_FOLLOW_TOKEN')
  expect(said).toContain('arrêtez ensuite Guichet')
})

test('where the network is chosen and its port is taken, the fault is said, not to choose a network', () => {
  const fault = network.problems.portTaken('8443')
  const said = renderToStaticMarkup(<MadeToken address={null} fault={fault} token="jeton" isFirst={false} />)
  expect(said).toContain(fault)
  expect(said).not.toContain('Régler le réseau')
  expect(said).toContain('GUICHET_FOLLOW_TOKEN')
})
