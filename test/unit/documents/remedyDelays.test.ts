import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, refusalOf } from '../../fixtures/filesOffice.ts'

// A procedure has delays of its own, and its rule tells others beside them: of the silence of an authority, of what is asked
// besides. The reasons of a refusal may say of each remedy its own delay alone (CJA R421-5).

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})
const saying = (procedureId: string, facts: string) => {
  const fileId = office.open({ procedureId })
  const elsewhere = { issuer: 'Parapheur', number: 'R-1' }
  return refusalOf(
    office.act('file.decide', { fileId, decision: 'refused', on: '2026-03-03', elsewhere, facts }),
  )
}

describe.each([
  [
    'elections',
    [
      'Vous avez trente jours pour contester cette décision.',
      'Vous avez deux mois pour contester cette décision.',
      'Vous avez sept jours pour contester cette décision.',
      'Le délai de recours est de sept jours.',
      'Vous avez trente jours pour saisir la commission de contrôle.',
      'Vous avez trente jours pour saisir le tribunal.',
    ],
    [
      'Vous avez cinq jours pour contester cette décision.',
      'Le délai de recours est de cinq jours.',
      'Le tribunal peut ensuite être saisi dans les sept jours.',
      'Après trente jours de silence de la commission, vous pouvez saisir le tribunal.',
    ],
  ],
  [
    'attestation-accueil',
    [
      'Vous avez un mois pour contester ce refus.',
      'Vous avez un mois pour saisir le tribunal administratif.',
      'Le recours est d’un mois.',
      'Vous avez un mois pour saisir le préfet.',
      'Vous pouvez saisir le préfet de Seine-et-Marne dans un délai d’un mois.',
      'Il faut saisir le préfet dans les huit jours de la notification de ce refus.',
      'Il faut saisir le préfet dans les huit jours à compter de ce jour.',
      'Vous avez jusqu’au 12 mars pour saisir le préfet.',
      'Vous pouvez saisir le préfet d’un recours dans un délai d’un mois pour obtenir l’attestation.',
      'Pour contester, vous avez trois mois pour saisir le préfet d’un recours hiérarchique.',
    ],
    [
      'Vous avez deux mois pour saisir le préfet.',
      'Vous avez un mois pour saisir le préfet d’une demande de titre de séjour.',
      'Vous pouvez saisir le préfet dans le mois, d’une demande de titre de séjour.',
      'Pour régler le séjour de votre hôte, vous avez jusqu’au 12 mars pour saisir le préfet.',
      'Il faut saisir le préfet dans les huit jours du vol.',
      'Il faut saisir le préfet dans les huit jours à compter du jour du vol.',
      'Vous avez un mois pour saisir le préfet afin de régler le séjour de votre hôte.',
      'Le maire peut saisir le préfet dans un délai d’un mois.',
      'Vous pouvez revenir dans un mois.',
      'Vous avez deux mois pour contester ce refus.',
      'Un mois de silence du préfet vaut rejet de votre recours.',
    ],
  ],
  [
    'urbanisme',
    [
      'Vous avez un mois pour saisir le tribunal administratif.',
      'Vous avez un mois pour contester ce refus.',
      'Le recours est possible pendant un mois.',
      'Vous avez deux mois pour former un recours gracieux.',
      'Recours hiérarchique : deux mois.',
    ],
    [
      'Vous avez deux mois pour saisir le tribunal administratif.',
      'Vous avez un mois pour former un recours gracieux.',
      'Un recours gracieux contre cette décision peut être formé dans le mois.',
      'Recours gracieux : un mois.',
      'Vous avez un mois pour saisir le préfet.',
      'Délai de recours : deux mois.',
      // The remedy of C. urb. R*424-14, before the prefect of the region, has two months.
      'Vous avez deux mois pour saisir le préfet de région.',
      'Vous avez deux mois pour saisir le préfet de la région Île-de-France.',
      'Vous pouvez saisir la préfète de région dans les deux mois (code de l’urbanisme, art. R424-14).',
      'L’architecte des bâtiments de France a refusé son accord. Vous pouvez saisir le préfet de région dans un délai de deux mois à compter de la notification de ce refus.',
    ],
  ],
  [
    'pacs',
    ['Vous avez deux mois pour contester cette décision.', 'Le tribunal doit être saisi dans les deux mois.'],
    ['Vous avez deux mois pour payer la redevance.'],
  ],
])('the reasons of a refusal of %s', (procedureId, refused, taken) => {
  test.each(refused)('don’t say another delay: « %s »', (facts) => {
    expect(saying(procedureId, facts)).toBe('delayInReasons')
  })

  test.each(taken)('may say: « %s »', (facts) => {
    expect(saying(procedureId, facts)).toBe('groundMissing')
  })
})

describe.each(['copie-acte', 'deces', 'naissance'])(
  'before a judge for whom no text that was read sets a delay, the reasons of a refusal of %s',
  (procedureId) => {
    // Two months are those of the administrative judge (CJA R421-1).
    test.each([
      'Vous avez deux mois pour contester ce refus.',
      'Vous avez un mois pour saisir le tribunal judiciaire.',
      'Vous avez deux mois pour saisir le procureur de la République.',
      'Vous pouvez saisir le procureur dans les deux mois.',
    ])('don’t say one: « %s »', (facts) => {
      expect(saying(procedureId, facts)).toBe('delayInReasons')
    })

    test.each([
      'Vous pouvez revenir dans deux mois.',
      'Vous pouvez saisir le procureur de la République.',
      'Vous pouvez saisir le procureur de la République pendant un mois encore pour régler le nom.',
    ])('may say: « %s »', (facts) => {
      expect(saying(procedureId, facts)).toBe('articleMissing')
    })
  },
)
