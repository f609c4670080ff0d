import { expect, test } from 'vitest'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

test('nothing is sent to the office itself, by any door, however its name is written', () => {
  const office = new FilesOffice()
  const { name } = office.pure.office.settings!.address
  const own = office.open()
  const at = office.pure.clock - 3_600_000
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'cni' }))
  expect(name).toBe('Mairie de formation')
  const spellings = [
    name,
    name.toUpperCase(),
    ` ${name} `,
    name.replaceAll('a', 'а'),
    'Mairie - formation',
    'Mairie formation',
    'La mairie de formation',
    'Mairie – Formation',
    'la mairie',
  ]
  for (const to of spellings) {
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

test('a town of the same name elsewhere is sent what it decides, by its address', () => {
  const office = new FilesOffice()
  const { name: to, postalCode, city, street } = office.pure.office.settings!.address
  const sentTo = (address: string) =>
    office.act('file.forward', { fileId: office.open(), to, address, sent: 'le dossier', on: '2026-03-03' })
  for (const address of [
    `${street}, ${postalCode} ${city}`,
    `BP 12, ${postalCode}`,
    `1 place du Marché, ${city.toUpperCase()}`,
  ])
    expect(refusalOf(sentTo(address)), address).toBe('sentToItself')
  given(sentTo('1 place de la Mairie, 97400 Ailleurs'))
  // Next door: several towns have one code, and a street bears the name of the town that it leads to.
  given(sentTo(`1 place de la Mairie, ${postalCode} Autreville`))
  given(sentTo(`Avenue de ${city}, 77190 Autreville`))
  expect(refusalOf(sentTo(`${street}, ${postalCode} ${city} Cedex, France`))).toBe('sentToItself')
  given(
    office.act('file.forward', {
      fileId: office.open(),
      to: 'Mairie - Melun',
      sent: 'le dossier',
      on: '2026-03-03',
    }),
  )
})
