import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages, stations } from '../../../shared/contract/stations.ts'
import { root } from '../../runtime/places.ts'
import { addresses, comers } from '../../runtime/serve.ts'

const url = 'http://127.0.0.1:4000'
const told = (held: Readonly<Record<string, string>>) => addresses(url, held, '/data').join('\n')
const machine = { kiosk: 'k1', display: 'd1', supervisor: 's1', admin: 'a1' }

test('a start without a screen gives each station its address, and each agent theirs', () => {
  const text = told({ ...machine, agent1: 'g1' })
  for (const [station, token] of Object.entries({
    kiosk: 'k1',
    display: 'd1',
    counter: 'g1',
    reception: 'g1',
  }))
    expect(text).toContain(`${url}/#station=${station}&token=${token}`)
})

test('what opens the office to another machine or to other software is never told', () => {
  expect(told({ ...machine, agent1: 'g1', follower: 'f1', integration: 'i1' })).not.toMatch(/\b[fi]1\b/)
})

test('before the office is created, only the page that creates it is told, with what to do', () => {
  const text = told({ ...machine, follower: 'f1' })
  expect(text).toContain(`${url}/#station=administration&token=a1`)
  const [first, address] = text.split('\n').filter((line) => line !== '')
  expect(first).toContain('L’office se crée dans Administration')
  expect(address).toContain(`${url}/#station=administration&token=a1`)
  expect(text).not.toMatch(/station=(?:kiosk|display|supervision|counter|reception)/)
})

test('the office created while its host runs, each station’s address is told without a restart', () => {
  const text = comers(url, machine, { ...machine, agent1: 'g1', follower: 'f1' }, '/data').join('\n')
  for (const address of [`${url}/#station=counter&token=g1`, `${url}/#station=kiosk&token=k1`])
    expect(text).toContain(address)
  expect(text).not.toContain('f1')
})

test('an agent added later is told alone, and nothing is told again', () => {
  const before = { ...machine, agent1: 'g1' }
  const text = comers(url, before, { ...before, agent2: 'g2' }, '/data').join('\n')
  expect(text.match(/http\S*/g)).toEqual([
    `${url}/#station=counter&token=g2`,
    `${url}/#station=reception&token=g2`,
  ])
  expect(comers(url, before, { ...before, follower: 'f1' }, '/data')).toEqual([])
  expect(comers(url, machine, { ...machine, follower: 'f1' }, '/data')).toEqual([])
})

test('no address is told that opens no page', () => {
  for (const held of [machine, { ...machine, agent1: 'g1' }])
    for (const address of told(held).match(/http\S*/g)!) expect(address).toMatch(/#station=\w+&token=\w+$/)
})

test('the guide names each station of an address, and the key that opens it', () => {
  const guide = readFileSync(join(root, 'docs', 'install.md'), 'utf8')
  const table = guide.slice(guide.indexOf('| POSTE'))
  for (const station of stations) {
    const { role } = pages[station]
    const row = table.split('\n').find((line) => line.includes(`\`${station}\``))
    expect(row, station).toContain(role === 'agent' ? 'l’identifiant de l’agent' : `\`${role}\``)
  }
})
