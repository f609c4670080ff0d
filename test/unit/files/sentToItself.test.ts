import { expect, test } from 'vitest'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

test('nothing is sent to the office itself, by any door, however its name is written', () => {
  const office = new FilesOffice()
  const { name } = office.pure.office.settings!.address
  const own = office.open()
  const at = office.pure.clock - 3_600_000
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'cni' }))
  for (const to of [name, name.toUpperCase(), ` ${name} `, name.replaceAll('a', 'а')]) {
    const doors = [
      office.act('file.forward', { fileId: own, to, sent: 'le dossier', on: '2026-03-03' }),
      office.act('visit.close', { outcome: 'forwarded', to: { name: to } }),
      office.act('day.enterByHand', {
        serviceId: 'titres',
        arrivedAt: at,
        startedAt: at,
        endedAt: at,
        outcome: 'forwarded',
        to: { name: to },
      }),
    ]
    expect(doors.map(refusalOf), to).toEqual(doors.map(() => 'sentToItself'))
  }
  given(
    office.act('file.forward', {
      fileId: own,
      to: `${name}, trésorerie`,
      sent: 'le dossier',
      on: '2026-03-03',
    }),
  )
})
